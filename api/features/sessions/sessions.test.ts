import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { eventBy } from '#api/testing/events.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import type { ErrorReply } from '#shared/contracts/error.ts'
import type { SessionView } from '#shared/contracts/session.ts'
import type { EventBody } from '#shared/session/event.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const ticket = { id: 101, kind: 'service' } as const
const at = '2026-11-24T09:00:00.000Z'
const webmail = ['outlook-offline@1:webmail']

let team: TestTeam
let engineer: TestMember
let colleague: TestMember
let flow: string
beforeEach(async () => {
  team = await createTestTeam(app)
  engineer = await team.join('engineer', { lead: true })
  colleague = await team.join('engineer')
  flow = await publishSample(engineer)
})

const start = (by: TestMember, of: string | null = flow): Promise<SessionView> =>
  by.client.call('startSession', { body: { id: systemIds.uuid(), ticket, flow: of, at } })
const append = (by: TestMember, session: SessionView, base: number, ...bodies: EventBody[]) =>
  by.client.call('appendEvents', {
    params: { id: session.header.id },
    body: { base, events: bodies.map((body) => eventBy(by.id, body)) },
  })

describe('starting a session', () => {
  it('takes down the ticket as it is, and pins the flow’s version', async () => {
    const { header, closure, log } = await start(engineer)
    expect(header).toMatchObject({
      flow: 'outlook-offline@1',
      ticket: { id: 101, summary: 'Outlook does not connect', company: { name: 'Acme Dental' } },
      startedBy: engineer.id,
    })
    expect(header.facts['company.name']).toBe('Acme Dental')
    expect(closure?.root).toBe('outlook-offline@1')
    expect(log).toEqual([])
  })

  it('finds the one that is open for the ticket and flow, whoever asks', async () => {
    const first = await start(engineer)
    expect((await start(colleague)).header.id).toBe(first.header.id)
    expect((await start(colleague, null)).header.id).not.toBe(first.header.id)
  })

  it('gives one session to many who start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => start(n % 2 ? engineer : colleague)))
    expect(new Set(all.map(({ header }) => header.id)).size).toBe(1)
  })

  it('refuses a ticket and a flow that are not there', async () => {
    const missing = engineer.client.call('startSession', {
      body: { id: systemIds.uuid(), ticket: { id: 999, kind: 'service' }, flow, at },
    })
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
    await expect(start(engineer, 'no-such-flow@1')).rejects.toMatchObject({ code: 'not_found' })
    await expect(start(engineer, 'outlook-offline')).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('listing sessions', () => {
  it('says what a parked one waits for, by the last time it was parked, and nothing once it goes on', async () => {
    const session = await start(engineer, null)
    const until = '2027-03-01T08:00:00.000Z'
    const find = async () => {
      const { sessions } = await colleague.client.call('listSessions', { query: {} })
      return sessions.find(({ id }) => id === session.header.id)
    }
    const again = { type: 'parked', reason: 'scheduled', until, words: 'Opens at nine' } as const
    await append(engineer, session, 0, { type: 'parked', reason: 'waiting_part' }, again)
    expect((await find())?.parked).toEqual({ reason: 'scheduled', until, words: 'Opens at nine' })
    await append(engineer, session, 2, { type: 'resumed' })
    expect(await find()).not.toHaveProperty('parked')
    await append(engineer, session, 3, { type: 'concluded', outcome: 'resolved', words: 'Done' })
  })

  it('names the flow, who began it, and how much is not in the ticket yet', async () => {
    const session = await start(engineer)
    await append(engineer, session, 0, { type: 'acted', text: 'one' }, { type: 'acted', text: 'two' })
    const { sessions } = await colleague.client.call('listSessions', { query: { ticket: '101' } })
    expect(sessions).toMatchObject([
      {
        id: session.header.id,
        flowTitle: 'Outlook does not connect',
        startedByName: 'A engineer',
        unposted: 2,
      },
    ])
    expect((await colleague.client.call('listSessions', { query: { mine: 'true' } })).sessions).toEqual([])
  })
})

describe('appending events', () => {
  it('gives each event its sequence and moves the session on', async () => {
    const session = await start(engineer)
    const { entries } = await append(engineer, session, 0, { type: 'answered', step: webmail, choice: 'yes' })
    expect(entries).toMatchObject([{ seq: 1, event: { type: 'answered', by: engineer.id } }])
    expect((await engineer.client.call('getSession', { params: { id: session.header.id } })).log).toEqual(
      entries,
    )
  })

  it('answers a stale client with what it is missing, and takes nothing', async () => {
    const session = await start(engineer)
    const { entries } = await append(engineer, session, 0, { type: 'acted', text: 'Looked at the cable' })
    const stale = append(colleague, session, 0, { type: 'answered', step: webmail, choice: 'yes' })
    await expect(stale).rejects.toMatchObject({
      code: 'conflict',
      details: { kind: 'behind', missing: entries },
    })
    const events = await colleague.client.call('listEvents', {
      params: { id: session.header.id },
      query: { after: '0' },
    })
    expect(events.entries).toEqual(entries)
  })

  it('stores the same event once, however often it comes', async () => {
    const session = await start(engineer)
    const event = eventBy(engineer.id, { type: 'acted', text: 'Looked at the cable' })
    const send = (base: number) =>
      engineer.client.call('appendEvents', {
        params: { id: session.header.id },
        body: { base, events: [event] },
      })
    await send(0)
    expect((await send(1)).entries).toEqual([])
  })

  it('stores an event that no longer applies as late', async () => {
    const session = await start(engineer)
    await append(engineer, session, 0, { type: 'answered', step: webmail, choice: 'yes' })
    const { entries } = await append(colleague, session, 1, { type: 'answered', step: webmail, choice: 'no' })
    expect(entries).toMatchObject([{ seq: 2, late: 'not_this_step' }])
  })

  it('keeps a dense sequence under many writers', async () => {
    const session = await start(engineer)
    const write = async (by: TestMember, text: string): Promise<void> => {
      for (let base = 0; ; ) {
        try {
          await append(by, session, base, { type: 'acted', text })
          return
        } catch (error) {
          const missing = (error as { details?: { missing?: { seq: number }[] } }).details?.missing
          if (missing === undefined) throw error
          base = missing.at(-1)?.seq ?? base
        }
      }
    }
    await Promise.all(Array.from({ length: 12 }, (_, n) => write(n % 2 ? engineer : colleague, `act ${n}`)))
    const { log } = await engineer.client.call('getSession', { params: { id: session.header.id } })
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
  })

  it('replaces secrets before anything is stored, and hands the stored events back', async () => {
    const session = await start(engineer)
    const { entries } = await append(engineer, session, 0, {
      type: 'evidence',
      title: 'Mail from the user',
      text: 'My password is Tr0ub4dor&3, thanks',
      source: 'pasted',
    })
    expect(JSON.stringify(entries)).toContain('[SECRET]')
    expect(JSON.stringify(entries)).not.toContain('Tr0ub4dor')
    const again = await engineer.client.call('getSession', { params: { id: session.header.id } })
    expect(JSON.stringify(again)).not.toContain('Tr0ub4dor')
  })

  it('refuses events in another member’s name, and posts that clients make up', async () => {
    const session = await start(engineer)
    const forged = engineer.client.call('appendEvents', {
      params: { id: session.header.id },
      body: { base: 0, events: [eventBy(colleague.id, { type: 'paused' })] },
    })
    await expect(forged).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      append(engineer, session, 0, { type: 'posted', post: systemIds.uuid(), upTo: 0 }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('says what is wrong with a malformed event and repeats nothing of it', async () => {
    const session = await start(engineer)
    const answer = await engineer.request('POST', `/sessions/${session.header.id}/events`, {
      base: 0,
      events: [{ type: 'answered', secret: 'hunter2' }],
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain('hunter2')
  })

  it('answers alike for a session of another team and for none', async () => {
    const session = await start(engineer)
    const stranger = await (await createTestTeam(app)).join('engineer')
    const foreign = await stranger.request('GET', `/sessions/${session.header.id}`)
    const unknown = await stranger.request('GET', `/sessions/${systemIds.uuid()}`)
    expect(foreign.status).toBe(404)
    const withoutId = async (answer: Response) => ({
      ...((await answer.json()) as ErrorReply).error,
      request: '',
    })
    expect(await withoutId(foreign)).toEqual(await withoutId(unknown))
  })
})

describe('following a session', () => {
  it('streams what was missed, then what happens, from whatever sequence', async () => {
    const session = await start(engineer)
    await append(engineer, session, 0, { type: 'acted', text: 'first' }, { type: 'acted', text: 'second' })
    const stop = new AbortController()
    const seen: number[] = []
    const following = colleague.client.stream(
      'streamSession',
      { params: { id: session.header.id }, query: { after: '1' }, signal: stop.signal },
      ({ event, data }) => {
        if (event !== 'entries') return
        for (const { seq } of (JSON.parse(data) as { entries: { seq: number }[] }).entries) seen.push(seq)
        if (seen.length === 1) void append(engineer, session, 2, { type: 'acted', text: 'third' })
        if (seen.includes(3)) stop.abort()
      },
    )
    await following.catch(() => {})
    expect(seen).toEqual([2, 3])
  })
})

describe('the member’s activity', () => {
  it('holds their own events alone, from all sessions', async () => {
    const one = await start(engineer)
    const other = await start(engineer, null)
    await append(engineer, one, 0, { type: 'acted', text: 'mine' })
    await append(colleague, one, 1, { type: 'acted', text: 'theirs' })
    await append(engineer, other, 0, { type: 'acted', text: 'mine too' })
    const { sessions } = await engineer.client.call('getMyActivity', {
      query: { from: '2026-11-24T00:00:00.000Z' },
    })
    expect(sessions.flatMap(({ log }) => log.map(({ event }) => event.by))).toEqual([
      engineer.id,
      engineer.id,
    ])
  })

  it('tells who began each session and when, through what it ended, and which days are open', async () => {
    const lone = await team.join('engineer', { identifier: 'tech2', timeZone: 'Pacific/Auckland' })
    const theirs = await start(colleague)
    const own = await start(lone, null)
    await append(lone, theirs, 0, { type: 'acted', text: 'helped' })
    await append(lone, own, 0, { type: 'acted', text: 'looked' })
    const { entries } = await append(lone, own, 1, { type: 'concluded', outcome: 'resolved', words: 'Done' })
    const { sessions, open } = await lone.client.call('getMyActivity', {
      query: { from: '2026-11-24T00:00:00.000Z' },
    })
    const told = (id: string) => sessions.find(({ session }) => session === id)
    expect(told(theirs.header.id)).toMatchObject({ started: { by: colleague.id }, endedBy: null })
    expect(told(own.header.id)).toMatchObject({ started: { by: lone.id }, endedBy: entries.at(-1)?.event.id })
    expect(open).toEqual([{ session: own.header.id, ticket: 101, day: '2026-11-24', minutes: 1 }])
  })
})
