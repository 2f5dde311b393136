import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { member } from '#api/db/schema/team.ts'
import { eventBy } from '#api/testing/events.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import { patiently } from '#shared/testing/patiently.ts'

let app: TestApp
let team: TestTeam
let follower: TestMember
let session: string
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  app = await createTestApp()
  team = await createTestTeam(app)
  follower = await team.join('engineer')
  const ticket = { id: 101, kind: 'service' } as const
  const body = { id: systemIds.uuid(), ticket, flow: null, at: '2026-11-24T09:00:00.000Z' }
  session = (await follower.client.call('startSession', { body })).header.id
})
afterEach(async () => {
  vi.useRealTimers()
  await app.close()
})

/** Follows the session; `told` is all that came. */
const follow = async () => {
  const answer = await follower.request('GET', `/sessions/${session}/stream?after=0`)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('no stream')
  let told = ''
  const first = (await reader.read()).value
  const ended = (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) told += piece.value
  })()
  return { first, ended, told: () => told }
}
const heartbeat = () => vi.advanceTimersByTime(15_000)
/** Somebody whose own token is new adds to the session. */
const addTo = async () => {
  const other = await team.join('engineer')
  const events = [eventBy(other.id, { type: 'acted', text: 'after the end' })]
  await other.client.call('appendEvents', { params: { id: session }, body: { base: 0, events } })
}

describe('a followed session', () => {
  it('goes on through heartbeats while its member may read', async () => {
    const stream = await follow()
    expect(stream.first).toContain('still here')
    heartbeat()
    await patiently(() => expect(stream.told()).toContain('still here'))
    await addTo()
    await patiently(() => expect(stream.told()).toContain('after the end'))
  })

  it('ends at the next heartbeat after its token has expired', async () => {
    const stream = await follow()
    app.pass(600_001)
    heartbeat()
    await stream.ended
    expect(stream.told()).toBe('')
  })

  it('tells nothing more once its token has expired', async () => {
    const stream = await follow()
    app.pass(600_001)
    await addTo()
    await stream.ended
    expect(stream.told()).toBe('')
  })

  it('ends for a member who was disabled', async () => {
    const stream = await follow()
    const gone = { disabledAt: new Date(app.deps.clock.now()) }
    await app.db.asTeam(team.id, (tx) => tx.update(member).set(gone).where(eq(member.id, follower.id)))
    app.pass(15_001)
    heartbeat()
    await stream.ended
    expect(stream.told()).toBe('')
  })
})
