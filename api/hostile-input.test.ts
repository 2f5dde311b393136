import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionEvent } from '#shared/session/event.ts'
import { systemIds } from './adapters/system/system-ids.ts'
import { defaultSettings } from './features/team/default-settings.ts'
import { eventBy } from './testing/events.ts'
import { publishSample } from './testing/publish-sample.ts'
import { sampleFlow } from './testing/sample-flow.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'
import { createTestTeam, type TestMember } from './testing/test-team.ts'

let app: TestApp
let admin: TestMember
let session: string
let seq = 0
beforeAll(async () => {
  app = await createTestApp()
  admin = await (await createTestTeam(app)).join('team_admin')
  await publishSample(admin)
  session = await start(101)
})
afterAll(() => app.close())

const at = '2026-11-24T09:00:00.000Z'
const bad = 'a\u0000b\ud83d\u0007c'
const clean = 'ab\ufffdc'

const start = async (ticket: number): Promise<string> => {
  const body = { id: systemIds.uuid(), ticket: { id: ticket, kind: 'service' as const }, flow: null, at }
  return (await admin.client.call('startSession', { body })).header.id
}
const append = async (event: SessionEvent): Promise<SessionEvent | undefined> => {
  const input = { params: { id: session }, body: { base: seq, events: [event] } }
  const { entries } = await admin.client.call('appendEvents', input)
  seq += entries.length
  return entries[0]?.event
}

describe('a text that the database cannot hold', () => {
  it('is stored cleaned in an event, so that no queue is blocked by it', async () => {
    const stored = await append(
      eventBy(admin.id, { type: 'evidence', title: bad, text: bad, source: 'pasted' }),
    )
    expect(stored).toMatchObject({ title: clean, text: clean })
    expect(await append(eventBy(admin.id, { type: 'acted', text: 'after it' }))).toMatchObject({
      text: 'after it',
    })
  })

  it('is stored cleaned in a draft and in settings', async () => {
    const draft = { ...sampleFlow, id: 'hostile', title: bad, symptoms: [bad] }
    expect(await admin.client.call('createFlow', { body: draft })).toMatchObject({ title: clean })
    const body = { ...defaultSettings, redactionTerms: [bad] }
    expect(await admin.client.call('saveTeamSettings', { body })).toMatchObject({ redactionTerms: [clean] })
  })

  it.each([
    ['GET', '/flows?text=a%00b'],
    ['GET', '/tickets?text=a%00b'],
    ['GET', '/flows/a%00b'],
    ['POST', '/flows/a%00b/publish'],
    ['GET', '/flow-versions/a%00b@1'],
    ['GET', '/flow-versions/outlook-offline@99999999999'],
    ['GET', '/sessions/a%00b'],
    ['GET', '/posts/%ff%00'],
    ['GET', '/tickets/service/9999999999'],
    ['GET', '/me/activity?from=0000-01-01T00:00:00Z'],
  ])('or another odd one in %s %s is answered as any other', async (method, path) => {
    expect((await admin.request(method, path)).status).toBeLessThan(500)
  })

  it('or a version beyond all versions is no flow to start with', async () => {
    const body = {
      id: systemIds.uuid(),
      ticket: { id: 101, kind: 'service' },
      flow: 'a\u0000@99999999999',
      at,
    }
    expect((await admin.request('POST', '/sessions', body)).status).toBe(422)
  })

  it('and JSON of any depth are refused, not failed', async () => {
    const deep = (times: number) => `${'[{"a":'.repeat(times)}1${'}]'.repeat(times)}`
    for (const body of [deep(40), deep(100_000)])
      expect((await admin.request('POST', '/sessions', body)).status).toBe(422)
  })
})

describe('a time that cannot have been', () => {
  const now = at
  it.each([
    '9999-12-31T23:59:59.999Z',
    '2026-11-24T09:10:00.001Z',
    '2019-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
  ])('becomes the server’s: %s', async (time) => {
    const acted = eventBy(admin.id, { type: 'acted', text: 'kept' }, time)
    expect(await append(acted)).toEqual({ ...acted, at: now })
    expect(await append(eventBy(admin.id, { type: 'start_moved', to: time }))).toMatchObject({ to: now })
    const gap = eventBy(admin.id, { type: 'gap_judged', from: time, to: time, worked: true })
    expect(await append(gap)).toMatchObject({ from: now, to: now })
  })

  it('is no time that can: those stay', async () => {
    const acted = eventBy(admin.id, { type: 'acted', text: 'kept' }, '2026-11-24T09:10:00.000Z')
    expect(await append(acted)).toEqual(acted)
    const parked = { type: 'parked', reason: 'scheduled', until: '2027-03-01T08:00:00.000Z' } as const
    expect(await append(eventBy(admin.id, parked))).toMatchObject(parked)
  })
})

describe('a ticket with a secret in its summary', () => {
  it('is taken down without it', async () => {
    const ticket = app.psa.world.tickets.find(({ id }) => id === 102)
    if (ticket === undefined) throw new Error('no ticket 102')
    ticket.summary = 'Reset done, password: Sommer2024!'
    await start(102)
    const lists = await Promise.all(
      ['/sessions', `/sessions/${await start(102)}`].map(async (path) =>
        (await admin.request('GET', path)).text(),
      ),
    )
    for (const text of lists) {
      expect(text).toContain('password: [SECRET]')
      expect(text).not.toContain('Sommer2024')
    }
  })
})
