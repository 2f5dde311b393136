import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDesk, type TestDesk } from '../testing/desk-client.ts'
import { latestLateCommit, misbehaviour } from './misbehave.ts'

let desk: TestDesk
let driving: ReturnType<typeof setInterval>
beforeEach(async () => {
  desk = await startDesk({ seed: 3 })
  driving = setInterval(() => desk.clock.advance(500), 1)
})
afterEach(async () => {
  clearInterval(driving)
  await desk.close()
})

describe('"Make ConnectWise misbehave"', () => {
  it('never commits later than the time it names', () => {
    const waits = misbehaviour.flatMap(({ effect }) =>
      effect.kind === 'late-commit' ? [effect.milliseconds, effect.to ?? 0] : [],
    )
    expect(Math.max(...waits)).toBe(latestLateCommit)
    expect(latestLateCommit).toBe(10_000)
  })

  it('loses, delays and spoils writes; each done at most once, and all of it stops when switched off', async () => {
    expect((await desk.control('POST', '/misbehave', { on: true })).body).toEqual({
      on: true,
      latestLateCommitMs: 10_000,
    })
    const add = (text: string) =>
      desk.call('POST', '/service/tickets/26251/notes', { text, internalAnalysisFlag: true })
    for (let i = 0; i < 40; i += 1) await add(`note ${i}`).catch(() => undefined)
    await desk.control('POST', '/settle')
    const kinds = new Set(desk.sandbox.state.seen.map(({ fault }) => fault))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['reset-before', 'reset-after', 'late-commit', 'html', 'too-many']),
    )
    const texts = [...(desk.sandbox.state.tables.get('ServiceNote')?.values() ?? [])].map(
      ({ fields }) => fields.text,
    )
    const counts = Array.from({ length: 40 }, (_, i) => texts.filter((text) => text === `note ${i}`).length)
    expect(Math.max(...counts)).toBe(1)
    expect(Math.min(...counts)).toBe(0)

    expect((await desk.control('POST', '/misbehave', { on: false })).body).toMatchObject({ on: false })
    const after = await Promise.all(Array.from({ length: 10 }, (_, i) => add(`calm ${i}`)))
    expect(after.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
  })

  it('leaves faults set by hand alone', async () => {
    await desk.control('POST', '/faults', {
      match: 'GET /service/codes',
      effect: { kind: 'status', status: 500 },
    })
    await desk.control('POST', '/misbehave', { on: true })
    await desk.control('POST', '/misbehave', { on: false })
    expect((await desk.call('GET', '/service/codes')).status).toBe(500)
  })
})
