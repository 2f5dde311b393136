import { describe, expect, it } from 'vitest'
import type { Psa } from '#api/ports/psa.ts'
import { deliver } from './deliver.ts'
import { scriptedWork } from './testing/scripted-work.ts'
import { words } from './words.ts'

const second = 1_000
const minute = 60 * second
type Work = ReturnType<typeof scriptedWork>

async function claimOne(work: Work) {
  const now = work.time.now()
  const [claim] = await work.store.claim(now, now + 90 * second, 1)
  if (claim === undefined) throw new Error('nothing is due')
  return claim
}
const step = async (work: Work) => deliver(work.deps, await claimOne(work))

/** The two statuses of the ticket's board that the test moves between. */
function statusesOf({ psa, ticket }: Work): [number, number] {
  const all = psa.world.boards.find(({ id }) => id === ticket.board.id)?.statuses ?? []
  const [one, two] = all.filter(({ id, closed }) => id !== ticket.status.id && !closed)
  if (one === undefined || two === undefined) throw new Error('the board has too few statuses')
  return [one.id, two.id]
}

describe('a step of a delivery', () => {
  it('commits its intent before it writes, and knows nothing of what came after a crash', async () => {
    const work = scriptedWork()
    const id = work.add()
    const died = new Error('killed')
    const deps = {
      ...work.deps,
      reached(point: string) {
        if (point === 'intent committed') throw died
      },
    }
    await expect(deliver(deps, await claimOne(work))).rejects.toBe(died)
    expect(work.read(id)).toMatchObject({ state: 'sending', attempt: 1, sentAt: work.time.now() })
    expect(work.count(id)).toBe(0)
    await work.time.pass(90 * second)
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'checking', message: words.checking })
  })

  it('does not write where it was taken back while the ticket was being read', async () => {
    const work: Work = scriptedWork(async (_, psa) => {
      work.store.change(id, { state: 'undone', dueAt: null })
      return psa
    })
    const id = work.add()
    await step(work)
    expect(work.count(id)).toBe(0)
    expect(work.read(id)).toMatchObject({ state: 'undone', attempt: 0 })
  })

  it('does not write where another worker took it over while the ticket was being read', async () => {
    const work: Work = scriptedWork(async (_, psa) => {
      await work.store.claim(work.time.now() + 90 * second, work.time.now() + 180 * second, 1)
      return psa
    })
    const id = work.add()
    await step(work)
    expect(work.count(id)).toBe(0)
    expect(work.read(id)).toMatchObject({ state: 'waiting', attempt: 0 })
  })

  it('lets no write begin later than ten seconds after the intent', async () => {
    let until = 0
    const work = scriptedWork(
      async (_, psa): Promise<Psa> => ({
        ...psa,
        addNote(note) {
          until = note.until ?? 0
          return psa.addNote(note)
        },
      }),
    )
    work.add()
    await step(work)
    expect(until).toBe(work.time.now() + 10 * second)
  })

  it('gives up a ticket that cannot be read in time, before its lease ends', async () => {
    const work = scriptedWork(async (_, psa) => ({ ...psa, ticket: () => new Promise(() => {}) }))
    const id = work.add()
    const done = step(work)
    await work.time.pass(40 * second)
    expect(await done).toBe(0)
    expect(work.read(id)).toMatchObject({ state: 'waiting', attempt: 0, message: words.unreachable })
  })

  it('gives up a search that takes too long, which is no answer', async () => {
    const work = scriptedWork(async (_, psa) => ({ ...psa, texts: () => new Promise(() => {}) }))
    const id = work.add({ delivery: { state: 'checking', attempt: 1, sentAt: 0, quarantineUntil: 0 } })
    work.store.change(id, { sentAt: work.time.now() })
    const done = step(work)
    await work.time.pass(75 * second)
    await done
    expect(work.read(id)).toMatchObject({ state: 'checking', tries: 1 })
  })
})

describe('a status', () => {
  const waitingStatus = { part: 'status', marker: null } as const

  it('that stands already is not set again, since that may mail somebody', async () => {
    const work = scriptedWork(async (_, psa) => ({
      ...psa,
      setStatus: async () => {
        throw new Error('set again')
      },
    }))
    const id = work.add({ delivery: waitingStatus, request: { status: work.ticket.status.id, notify: true } })
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'posted', dueAt: null })
  })

  it('is found set after a lost answer', async () => {
    const work = scriptedWork()
    const [wanted] = statusesOf(work)
    const id = work.add({ delivery: waitingStatus, request: { status: wanted } })
    work.psa.failNext('reset after commit')
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'checking' })
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'posted', psaId: wanted })
  })

  it('is set once more after the quarantine where the ticket still stands as before', async () => {
    const work = scriptedWork()
    const [wanted] = statusesOf(work)
    const id = work.add({ delivery: waitingStatus, request: { status: wanted } })
    work.psa.failNext('reset before commit')
    await step(work)
    await work.time.pass(6 * minute)
    await step(work)
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'posted' })
    expect(work.ticket.status.id).toBe(wanted)
  })

  it('is never set over what somebody else chose in the meantime', async () => {
    const work = scriptedWork()
    const [wanted, theirs] = statusesOf(work)
    const id = work.add({ delivery: waitingStatus, request: { status: wanted } })
    work.psa.failNext('reset after commit')
    await step(work)
    work.ticket.status = { id: theirs, name: 'Theirs', closed: false }
    await work.time.pass(6 * minute)
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'needs_you', message: words.statusMoved })
    expect(work.ticket.status.id).toBe(theirs)
  })
})
