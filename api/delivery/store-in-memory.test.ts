import { type DeliveryStoreWorld, deliveryStoreContract } from '#api/ports/delivery-store.contract.ts'
import { createMemoryDeliveryStore } from './store-in-memory.ts'
import { plannedJob } from './testing/planned-job.ts'

deliveryStoreContract('in memory', async (): Promise<DeliveryStoreWorld> => {
  const store = createMemoryDeliveryStore()
  return {
    store,
    teams: ['one', 'two'],
    async add({ team, ticket, acceptedAt, dueAt, status }) {
      const post = { ticket: { id: ticket, kind: 'service' }, acceptedAt } as const
      const text = plannedJob({ team, post, request: { status }, delivery: { dueAt } })
      const after = { ...text, delivery: { ...plannedJob().delivery, part: 'status' as const } }
      store.add(text)
      if (status !== null) store.add(after)
      return { text: text.delivery.id, status: after.delivery.id }
    },
    change: async (_, delivery, change) => store.change(delivery, change),
    async read(_, delivery) {
      const found = store.jobs().find((job) => job.delivery.id === delivery)
      if (found === undefined) throw new Error('no such delivery')
      return found.delivery
    },
  }
})
