import { beforeEach, describe, expect, it } from 'vitest'
import type { Change, Delivery } from './delivery.ts'
import type { DeliveryClaim, DeliveryStore } from './delivery-store.ts'

/** A store with nothing in it but what the test adds. */
export interface DeliveryStoreWorld {
  store: DeliveryStore
  teams: readonly [string, string]
  /** Adds a post whose text waits; resolves to the ids of its deliveries. */
  add(post: PlannedPost): Promise<{ text: string; status: string }>
  /** What a member's undo or settling does to a delivery, due time included. */
  change(team: string, delivery: string, change: Change): Promise<void>
  read(team: string, delivery: string): Promise<Delivery>
}

export interface PlannedPost {
  team: string
  ticket: number
  acceptedAt: number
  dueAt: number
  /** Null for a post that changes no status. */
  status: number | null
}

const start = Date.UTC(2026, 0, 1)
const second = 1_000
const lease = start + 90 * second

/** What every store of deliveries keeps to; `fresh` makes one for each test. */
export function deliveryStoreContract(name: string, fresh: () => Promise<DeliveryStoreWorld>): void {
  describe(`${name}: a store of deliveries`, () => {
    let world: DeliveryStoreWorld
    let store: DeliveryStore
    let team: string
    beforeEach(async () => {
      world = await fresh()
      store = world.store
      team = world.teams[0]
    })
    const add = (more: Partial<PlannedPost> = {}) =>
      world.add({ team, ticket: 101, acceptedAt: start, dueAt: start, status: null, ...more })
    const claimed = async (now: number, until = now + 90 * second): Promise<DeliveryClaim> => {
      const [claim] = await store.claim(now, until, 1)
      if (claim === undefined) throw new Error('nothing was claimed')
      return claim
    }

    it('gives out what is due, longest due first', async () => {
      const later = await add({ dueAt: start })
      const sooner = await add({ dueAt: start - second })
      await add({ dueAt: start + second })
      expect(await claimed(start)).toMatchObject({ delivery: sooner.text })
      expect(await claimed(start)).toMatchObject({ delivery: later.text })
      expect(await store.claim(start, lease, 5)).toEqual([])
    })

    it('gives each to one worker at a time', async () => {
      const added: string[] = []
      for (let n = 0; n < 12; n += 1) added.push((await add()).text)
      const claims = await Promise.all([1, 2, 3, 4].map(() => store.claim(start, lease, 5)))
      const given = claims.flat().map(({ delivery }) => delivery)
      given.push(...(await store.claim(start, lease, 12)).map(({ delivery }) => delivery))
      expect(given.sort()).toEqual(added.sort())
    })

    it('gives it out again once the lease has ended, with a higher fence', async () => {
      await add()
      const first = await claimed(start, lease)
      const again = await claimed(lease)
      expect(again.delivery).toBe(first.delivery)
      expect(again.fence).toBeGreaterThan(first.fence)
    })

    it('leaves out the teams that are to be left alone', async () => {
      await add()
      const other = await add({ team: world.teams[1], dueAt: start + second })
      expect(await store.nextDue([team])).toBe(start + second)
      const claims = await store.claim(start + second, lease, 5, [team])
      expect(claims).toMatchObject([{ team: world.teams[1], delivery: other.text }])
      expect(await store.nextDue([team])).toBe(lease)
      expect(await store.claim(start + second, lease, 5, [...world.teams])).toEqual([])
    })

    it('says when the next is due, or free again', async () => {
      expect(await store.nextDue()).toBeNull()
      await add({ dueAt: start + second })
      expect(await store.nextDue()).toBe(start + second)
      const claim = await claimed(start + second, lease)
      expect(await store.nextDue()).toBe(lease)
      await store.load(claim)
      await store.record(claim, 'waiting', { state: 'posted', dueAt: null }, start + second)
      expect(await store.nextDue()).toBeNull()
    })

    it('keeps each change, and ends the lease with the next due time', async () => {
      const { text } = await add()
      const claim = await claimed(start)
      expect(await store.load(claim)).toMatchObject({
        team,
        delivery: { id: text, state: 'waiting', attempt: 0 },
      })
      const intent = {
        state: 'sending',
        attempt: 1,
        sentAt: start,
        quarantineUntil: start + 5,
        statusBefore: 7,
      } as const
      expect(await store.record(claim, 'waiting', intent, start)).toBe(true)
      expect(await store.claim(start + second, lease, 1)).toEqual([])
      expect(await world.read(team, text)).toMatchObject(intent)
      const posted = {
        state: 'posted',
        psaId: 9,
        author: 'tech1',
        doubled: true,
        copies: [9, 12].map((id) => ({ id, at: '2026-01-01T00:00:00Z' })),
        removing: 12,
        message: 'x',
        dueAt: start + second,
      } as const
      expect(await store.record(claim, 'sending', posted, start)).toBe(true)
      expect(await world.read(team, text)).toMatchObject(posted)
      expect(await store.claim(start + second, lease, 1)).toHaveLength(1)
    })

    it('shuts out a worker whose lease ran out as soon as another has taken over', async () => {
      const { text } = await add()
      const slow = await claimed(start, lease)
      await store.load(slow)
      const quick = await claimed(lease)
      expect(await store.load(quick)).not.toBeNull()
      expect(await store.load(slow)).toBeNull()
      expect(await store.record(slow, 'waiting', { state: 'sending', attempt: 1 }, lease)).toBe(false)
      expect(await world.read(team, text)).toMatchObject({ state: 'waiting', attempt: 0 })
      expect(await store.record(quick, 'waiting', { state: 'sending', attempt: 1 }, lease)).toBe(true)
    })

    it('refuses an intent for what a member took back in the meantime', async () => {
      const { text } = await add()
      const claim = await claimed(start)
      await store.load(claim)
      await world.change(team, text, { state: 'undone', dueAt: null })
      expect(await store.record(claim, 'waiting', { state: 'sending', attempt: 1 }, start)).toBe(false)
      expect(await store.record(claim, 'waiting', { state: 'waiting', dueAt: start }, start)).toBe(false)
      expect(await world.read(team, text)).toMatchObject({ state: 'undone', dueAt: null })
      expect(await store.nextDue()).toBeNull()
    })

    it('lets one that needed a person be sent again at once, and still shuts out older claims', async () => {
      const { text } = await add()
      let now = start
      let claim = await claimed(now)
      for (const again of [1, 2, 3, 4, 5]) {
        await store.load(claim)
        now += second
        await store.record(claim, 'waiting', { tries: again, dueAt: now }, now)
        claim = await claimed(now)
      }
      await store.load(claim)
      await store.record(claim, 'waiting', { state: 'needs_you', dueAt: null }, now)
      expect(await store.claim(now + 3_600 * second, lease, 1)).toEqual([])
      await world.change(team, text, { state: 'waiting', attempt: 0, dueAt: now })
      const next = await claimed(now)
      expect(next.fence).toBeGreaterThan(claim.fence)
      expect(await store.load(next)).toMatchObject({ delivery: { id: text } })
      expect(await store.record(claim, 'waiting', { state: 'sending' }, now)).toBe(false)
    })

    it('makes the status due once its text is posted, and drops it with the text', async () => {
      const posted = await add({ status: 12 })
      const undone = await add({ status: 12, ticket: 102, dueAt: start + second })
      expect(await world.read(team, posted.status)).toMatchObject({
        part: 'status',
        state: 'waiting',
        dueAt: null,
      })
      const one = await claimed(start)
      await store.load(one)
      await store.record(one, 'waiting', { state: 'posted', dueAt: null }, start)
      expect(await world.read(team, posted.status)).toMatchObject({ state: 'waiting', dueAt: start })
      expect(await claimed(start)).toMatchObject({ delivery: posted.status })
      const other = await claimed(start + second)
      await store.load(other)
      await store.record(other, 'waiting', { state: 'needs_you', dueAt: null }, start)
      expect(await world.read(team, undone.status)).toMatchObject({ state: 'waiting', dueAt: null })
    })

    it('tells that an earlier post of the ticket is still on its way, and which texts are others’', async () => {
      await add({ acceptedAt: start - second, dueAt: start + 60 * second, status: 12 })
      const later = await add()
      const claim = await claimed(start)
      expect(await store.load(claim)).toMatchObject({
        delivery: { id: later.text },
        behindUntil: start + 60 * second,
        others: [],
      })
      const first = await claimed(start + 60 * second)
      expect(await store.load(first)).toMatchObject({ behindUntil: null })
      const here = { state: 'posted', psaId: 77, dueAt: null } as const
      await store.record(first, 'waiting', here, start)
      const behindItsStatus = await store.load(claim)
      expect(behindItsStatus).toMatchObject({ behindUntil: start, others: [{ kind: 'note', id: 77 }] })
      const status = await claimed(start)
      await store.load(status)
      await store.record(status, 'waiting', { state: 'needs_you', dueAt: null }, start)
      expect(await store.load(claim)).toMatchObject({ behindUntil: null })
    })

    it('holds no post up by those of other tickets and other teams', async () => {
      await add({ acceptedAt: start - second, ticket: 102, dueAt: start + second })
      await add({ acceptedAt: start - second, team: world.teams[1], dueAt: start + second })
      const own = await add()
      expect(await store.load(await claimed(start))).toMatchObject({
        delivery: { id: own.text },
        behindUntil: null,
        others: [],
      })
    })
  })
}
