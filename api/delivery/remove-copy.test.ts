import { describe, expect, it } from 'vitest'
import type { Psa } from '#api/ports/psa.ts'
import { askRemoval } from './decide-removal.ts'
import { deliver } from './deliver.ts'
import { scriptedWork } from './testing/scripted-work.ts'
import { words } from './words.ts'

const second = 1_000
const minute = 60 * second
type Work = ReturnType<typeof scriptedWork>
type Kind = 'note' | 'time'

async function step(work: Work): Promise<void> {
  const now = work.time.now()
  const [claim] = await work.store.claim(now, now + 90 * second, 1)
  if (claim === undefined) throw new Error('nothing is due')
  await deliver(work.deps, claim)
}

const time = {
  start: '2026-01-01T00:00:00.000Z',
  end: '2026-01-01T00:10:00.000Z',
  minutes: 10,
  workType: null,
  workRole: null,
  agreement: null,
  billable: null,
}

/** A text that stands in its ticket twice, found at a late look. */
async function doubledWork(kind: Kind = 'note', psaOf?: (team: string, psa: Psa) => Promise<Psa>) {
  const work = scriptedWork(psaOf)
  const id = work.add({ request: kind === 'note' ? {} : { kind, time } })
  await step(work)
  const [older] = work.psa.world.texts.slice(-1)
  if (older === undefined) throw new Error('nothing was written')
  const newer = { ...older, id: older.id + 7, createdAt: new Date(work.time.now() + minute).toISOString() }
  work.psa.world.texts.push(newer)
  await work.time.pass(10 * minute)
  await step(work)
  expect(work.read(id)).toMatchObject({ doubled: true, copies: [{ id: older.id }, { id: newer.id }] })
  const ask = (remove = newer.id, keep = older.id) => {
    const change = askRemoval(work.read(id), kind, { remove, keep }, work.time.now())
    if (change !== null) work.store.change(id, change)
    return change
  }
  const left = () => work.psa.world.texts.filter(({ text }) => text === older.text).map((text) => text.id)
  return { work, id, older, newer, ask, left }
}

describe('removing one of two', () => {
  it.each(['note', 'time'] as const)('takes the newer %s away, keeps the older, and looks', async (kind) => {
    const { work, id, older, ask, left } = await doubledWork(kind)
    ask()
    await step(work)
    expect(left()).toEqual([older.id])
    expect(work.read(id)).toMatchObject({ doubled: true })
    await step(work)
    expect(work.read(id)).toMatchObject({
      state: 'posted',
      doubled: false,
      copies: null,
      removing: null,
      message: null,
      psaId: older.id,
    })
  })

  it('is asked for as shown only, and never for the oldest', async () => {
    const { older, newer, ask } = await doubledWork()
    expect(ask(older.id, newer.id)).toBeNull()
    expect(ask(older.id, older.id)).toBeNull()
    expect(ask(newer.id + 1)).toBeNull()
    expect(ask()).not.toBeNull()
    expect(ask()).toBeNull()
  })

  it.each([
    ['its words', { text: 'Somebody wrote something else.' }],
    ['a word at its end', 'added'],
    ['who can see it', { discussion: true }],
  ])('leaves a copy alone of which somebody changed %s', async (_, edit) => {
    const { work, id, newer, ask, left } = await doubledWork()
    const stored = work.psa.world.texts.find((text) => text.id === newer.id)
    ask()
    if (stored !== undefined)
      Object.assign(stored, edit === 'added' ? { text: `${stored.text} Called back.` } : edit)
    await step(work)
    expect(work.psa.world.texts).toContain(stored)
    if (stored?.text.includes('Printer')) {
      expect(work.read(id)).toMatchObject({ doubled: true, removing: null })
      expect(work.read(id).message).toContain(`Note ${newer.id} was changed by someone`)
    } else expect(left()).toHaveLength(1)
  })

  it('never takes the last one', async () => {
    const { work, id, older, newer, ask, left } = await doubledWork()
    ask()
    work.psa.world.texts.splice(
      work.psa.world.texts.findIndex((text) => text.id === older.id),
      1,
    )
    await step(work)
    expect(left()).toEqual([newer.id])
    expect(work.read(id)).toMatchObject({ state: 'posted', doubled: false, removing: null, psaId: newer.id })
  })

  it('looks for hours whether what was to go is left, where the other one went and our removal may come late', async () => {
    const { work, id, older, newer, ask } = await doubledWork()
    ask()
    work.psa.failNext('late commit')
    await step(work)
    const { texts } = work.psa.world
    texts.splice(
      texts.findIndex((text) => text.id === older.id),
      1,
    )
    await work.time.pass(minute)
    await step(work)
    expect(work.read(id)).toMatchObject({ doubled: true, message: words.otherGone('note', newer.id) })
    work.psa.commitLate()
    await work.time.pass(minute)
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'needs_you', message: words.allGone })
  })

  it('says so where both were gone in the meantime', async () => {
    const { work, id, older, ask } = await doubledWork()
    ask()
    work.psa.world.texts.splice(
      0,
      work.psa.world.texts.length,
      ...work.psa.world.texts.filter((text) => text.text !== older.text),
    )
    await step(work)
    expect(work.read(id)).toMatchObject({ state: 'needs_you', message: words.allGone, removing: null })
  })

  it.each(['reset after commit', 'reset before commit'] as const)(
    'is looked up again where the answer is lost: %s',
    async (fault) => {
      const { work, id, older, ask, left } = await doubledWork()
      ask()
      work.psa.failNext(fault)
      await step(work)
      expect(work.read(id).message).toContain('looked up again')
      await work.time.pass(minute)
      await step(work)
      if (work.read(id).doubled) await step(work)
      expect(work.read(id)).toMatchObject({ doubled: false, removing: null })
      expect(left()).toEqual([older.id])
    },
  )

  it('is left to the technician where ConnectWise does not let us', async () => {
    const { work, id, newer, ask, left } = await doubledWork()
    ask()
    work.psa.failNext('refused')
    await step(work)
    expect(left()).toHaveLength(2)
    expect(work.read(id)).toMatchObject({
      doubled: true,
      removing: null,
      message: words.notRemovable('note', newer.id),
    })
    expect(ask()).not.toBeNull()
  })

  it('waits where ConnectWise cannot be reached, and gives up after some hours', async () => {
    const { work, id, newer, ask, left } = await doubledWork()
    ask()
    work.psa.failNext('read unavailable', 100)
    let tries = 0
    for (; work.read(id).removing !== null; tries += 1) {
      await step(work)
      await work.time.pass(16 * minute)
    }
    expect(tries).toBe(21)
    expect(left()).toHaveLength(2)
    expect(work.read(id)).toMatchObject({
      doubled: true,
      message: words.removalUnknown('note', newer.id),
    })
  })

  it('does not begin once another worker has taken it over', async () => {
    let takeOver = async () => {}
    const { work, ask, left } = await doubledWork('note', async (_, psa) => {
      await takeOver()
      return psa
    })
    ask()
    takeOver = async () => {
      await work.store.claim(work.time.now() + 90 * second, work.time.now() + 180 * second, 1)
    }
    await step(work)
    expect(left()).toHaveLength(2)
  })
})
