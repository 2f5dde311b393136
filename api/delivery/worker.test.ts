import { afterEach, describe, expect, it } from 'vitest'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { scriptedWork } from './testing/scripted-work.ts'
import { startWorker } from './worker.ts'

const second = 1_000
const minute = 60 * second

let running: ReturnType<typeof startWorker> | null = null
const begin = (work: ReturnType<typeof scriptedWork>) => {
  running = startWorker(work.deps)
  return running
}
afterEach(() => {
  void running?.stop()
})

const silent = (psa: Psa): Psa => ({ ...psa, ticket: () => new Promise(() => {}) })

describe('the worker', () => {
  it('sends what is due, and what is due later once its time has come', async () => {
    const work = scriptedWork()
    const now = work.add()
    const later = work.add({ delivery: { dueAt: work.time.now() + minute } })
    begin(work)
    await work.time.until(() => work.count(now) === 1, second)
    expect(work.count(later)).toBe(0)
    await work.time.pass(minute + second)
    expect([work.count(now), work.count(later)]).toEqual([1, 1])
    expect(work.read(now)).toMatchObject({ state: 'posted', author: 'tech1' })
  })

  it('looks at once when it is woken', async () => {
    const work = scriptedWork()
    const worker = begin(work)
    await work.time.pass(second)
    const id = work.add()
    worker.wake()
    await work.time.settle()
    expect(work.count(id)).toBe(1)
  })

  it('is not held up by a team whose ticket system never answers', async () => {
    const work = scriptedWork(async (team, psa) => (team === 'silent' ? silent(psa) : psa))
    const waiting = Array.from({ length: 40 }, (_, n) =>
      work.add({ team: 'silent', post: { ticket: { id: 500 + n, kind: 'service' } } }),
    )
    const id = work.add()
    begin(work)
    await work.time.settle()
    expect(work.count(id)).toBe(1)
    await work.time.pass(minute)
    expect(work.read(waiting[0] ?? '')).toMatchObject({
      state: 'waiting',
      attempt: 0,
      message: expect.stringContaining('cannot be reached'),
    })
  })

  it('leaves a team’s tickets alone for as long as its ticket system asks, and nobody else’s', async () => {
    const work = scriptedWork()
    const first = work.add()
    work.psa.failNext('rate limited')
    begin(work)
    await work.time.settle()
    const same = work.add({ post: { ticket: { id: 102, kind: 'service' } }, request: shownOf(work, 102) })
    const other = work.add({ team: 'other' })
    await work.time.pass(20 * second)
    expect([work.count(first), work.count(same), work.count(other)]).toEqual([0, 0, 1])
    await work.time.pass(15 * second)
    expect([work.count(first), work.count(same)]).toEqual([1, 1])
  })

  it('sends the posts of one ticket in the order in which they were accepted', async () => {
    const work = scriptedWork()
    work.psa.failNext('not sent', 6)
    const ids = [1, 2, 3, 4, 5].map((n) => work.add({ post: { acceptedAt: work.time.now() + n } }))
    begin(work)
    await work.time.pass(10 * minute)
    expect(ids.map((id) => work.count(id))).toEqual([1, 1, 1, 1, 1])
    const inOrder = ids.map((id) => work.read(id).psaId ?? 0)
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
  })

  it('says to a team without a connection that it has none', async () => {
    const work = scriptedWork(async () => {
      throw new PsaError('not_signed_in', 'The team is not connected to ConnectWise.')
    })
    const id = work.add()
    begin(work)
    await work.time.settle()
    expect(work.read(id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('not connected'),
    })
  })

  it('tells of an error of ours, and a person decides where it stays', async () => {
    const work = scriptedWork(async () => {
      throw new Error('credentials cannot be read')
    })
    const id = work.add()
    begin(work)
    await work.time.pass(13 * 60 * minute)
    expect(work.errors[0]).toMatchObject({ message: 'credentials cannot be read' })
    expect(work.read(id).state).toBe('needs_you')
  })

  it('goes on when its store failed for a while', async () => {
    const work = scriptedWork()
    const { claim } = work.store
    let failures = 3
    work.deps.store = {
      ...work.store,
      claim: async (...given) => {
        failures -= 1
        if (failures >= 0) throw new Error('no database')
        return claim(...given)
      },
    }
    const id = work.add()
    begin(work)
    await work.time.pass(minute)
    expect(work.count(id)).toBe(1)
    expect(work.errors).toHaveLength(3)
  })

  it('begins nothing more once it is to stop, and stops when what it began has ended', async () => {
    const work = scriptedWork(async (_, psa) => ({
      ...psa,
      ticket: (id) => new Promise((resolve) => work.time.after(5 * second, () => resolve(psa.ticket(id)))),
    }))
    const id = work.add()
    const worker = begin(work)
    await work.time.settle()
    let stopped = false
    const end = worker.stop().then(() => {
      stopped = true
    })
    const after = work.add()
    await work.time.pass(4 * second)
    expect(stopped).toBe(false)
    await work.time.pass(2 * second)
    await end
    expect([work.count(id), work.count(after)]).toEqual([1, 0])
  })
})

function shownOf(work: ReturnType<typeof scriptedWork>, id: number) {
  const ticket = work.psa.world.tickets.find((one) => one.id === id)
  if (ticket === undefined) throw new Error('no such ticket')
  return { shown: { summary: ticket.summary, company: ticket.company.id, closed: ticket.closed } }
}
