import { afterEach, describe, expect, it } from 'vitest'
import { connectWisePsa } from './connect-psa.ts'
import { type Asked, serveScript, type Told } from './scripted-server.ts'

type Script = Awaited<ReturnType<typeof serveScript>>
const open: Script[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** Answers by `METHOD path` below apis/3.0; what is not listed is not found. */
async function start(answers: Record<string, Told | ((asked: Asked) => Told)>) {
  const server = await serveScript((asked) => {
    const key = `${asked.method} ${asked.url.pathname.replace('/v2025_1/apis/3.0', '')}`
    const told = answers[key]
    if (told === undefined)
      return {
        status: 404,
        body: { code: 'NotFound', message: `Record ${key.replace(/\D+/g, ' ').trim()} not found` },
      }
    return typeof told === 'function' ? told(asked) : told
  })
  open.push(server)
  return { server, psa: connectWisePsa(server.connection, server.deps) }
}

const service = (id: number) => ({ id, kind: 'service' as const })
const ticketRow = {
  id: 69,
  summary: 'x',
  company: { id: 3 },
  board: { id: 1, name: 'Help Desk' },
  status: { id: 2, name: 'Done' },
  closedFlag: false,
}
const forbidden: Told = {
  status: 403,
  body: { code: 'Security', message: 'You do not have security permission to perform this action.' },
}

describe('connectWisePsa', () => {
  it.each([
    'http://na.myconnectwise.net',
    'https://10.0.0.1',
    'https://localhost',
    'https://na.myconnectwise.net@evil.example',
  ])('is not made for %s', async (apiUrl) => {
    const { server } = await start({})
    const make = () =>
      connectWisePsa({ ...server.connection, apiUrl }, { ...server.deps, allowInsecure: false })
    expect(make).toThrow(expect.objectContaining({ name: 'PsaError', reason: 'invalid' }))
  })
})

describe('ticket', () => {
  it('trusts the board’s status more than the ticket’s own flag, and asks for the statuses once', async () => {
    const { psa, server } = await start({
      'GET /service/tickets/69': { body: ticketRow },
      'GET /service/boards/1/statuses': (asked) => ({
        body:
          asked.url.searchParams.get('pageId') === '0' ? [{ id: 2, name: 'Done', closedStatus: true }] : [],
      }),
    })
    expect((await psa.ticket(service(69)))?.closed).toBe(true)
    expect((await psa.ticket(service(69)))?.status).toEqual({ id: 2, name: 'Done', closed: true })
    expect(server.calls().filter((call) => call.url.pathname.endsWith('/statuses'))).toHaveLength(1)
  })

  it('falls back to the flag where the board may not be read', async () => {
    const { psa } = await start({
      'GET /service/tickets/69': { body: { ...ticketRow, closedFlag: true } },
      'GET /service/boards/1/statuses': forbidden,
    })
    expect((await psa.ticket(service(69)))?.closed).toBe(true)
  })

  it('is null where there is none, and looks for a project’s ticket in its own place', async () => {
    const { psa, server } = await start({})
    expect(await psa.ticket({ id: 7, kind: 'project' })).toBeNull()
    expect(server.calls()[0]?.url.pathname).toBe('/v2025_1/apis/3.0/project/tickets/7')
  })

  it('throws where it may not be read', async () => {
    const { psa } = await start({ 'GET /service/tickets/69': forbidden })
    await expect(psa.ticket(service(69))).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('texts', () => {
  const rows = (body: object[]) => (asked: Asked) => ({
    body: (asked.url.searchParams.get('pageId') ?? '0') === '0' ? body : [],
  })

  it.each([404, 405])('come from the plain lists where allNotes answers %i', async (status) => {
    const { psa } = await start({
      'GET /service/tickets/69/allNotes': { status, body: { code: 'ConnectWiseApi', message: 'No.' } },
      'GET /service/tickets/69/notes': rows([
        { id: 1, ticketId: 69, text: 'a note', dateCreated: '2025-01-01T00:00:00Z' },
      ]),
      'GET /time/entries': rows([
        { id: 1, chargeToId: 69, notes: 'an entry', dateEntered: '2025-01-02T00:00:00Z' },
      ]),
    })
    expect((await psa.texts(service(69))).map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'a note'],
      ['time', 'an entry'],
    ])
  })

  it('throw rather than come without the time entries', async () => {
    const { psa } = await start({
      'GET /service/tickets/69/allNotes': { body: [] },
      'GET /time/entries': forbidden,
    })
    await expect(psa.texts(service(69))).rejects.toMatchObject({ reason: 'forbidden' })
  })

  it('throw for a ticket that is not there', async () => {
    const { psa } = await start({ 'GET /time/entries': { body: [] } })
    await expect(psa.texts(service(69))).rejects.toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('#69'),
    })
  })

  it('ask for a project’s time under its own name', async () => {
    const { psa, server } = await start({
      'GET /project/tickets/7/allNotes': { body: [] },
      'GET /time/entries': { body: [] },
    })
    await psa.texts({ id: 7, kind: 'project' })
    const asked = server.calls().find((call) => call.url.pathname.endsWith('/time/entries'))
    expect(asked?.url.searchParams.get('conditions')).toBe(
      '(chargeToId=7) and (chargeToType="ProjectTicket")',
    )
  })
})

describe('configurations and contact', () => {
  it('never ask for questions, notes or passwords', async () => {
    const { psa, server } = await start({
      'GET /service/tickets/69/configurations': (asked) => ({
        body: asked.url.searchParams.get('pageId') === '0' ? [{ id: 8 }, { id: 9 }] : [],
      }),
      'GET /company/configurations': {
        body: [
          { id: 9, name: 'B' },
          { id: 8, name: 'A' },
        ],
      },
      'GET /company/contacts/5': { body: { id: 5, firstName: 'Casey' } },
    })
    expect((await psa.configurations(service(69))).map((one) => one.name)).toEqual(['A', 'B'])
    expect((await psa.contact(5))?.firstName).toBe('Casey')
    const asked = server.calls().map((call) => call.url.searchParams.get('fields') ?? '')
    expect(asked.filter((fields) => fields !== '')).toHaveLength(2)
    for (const fields of asked) expect(fields).not.toMatch(/question|password|notes|custom/i)
  })

  it('ask nothing where a ticket has no configuration', async () => {
    const { psa, server } = await start({ 'GET /service/tickets/69/configurations': { body: [] } })
    expect(await psa.configurations(service(69))).toEqual([])
    expect(server.calls()).toHaveLength(1)
  })

  it('know no contact that is not there', async () => {
    const { psa } = await start({})
    expect(await psa.contact(5)).toBeNull()
  })
})

describe('findMember', () => {
  const members = (list: object[]) => ({ 'GET /system/members': { body: list } })
  const tech1 = { id: 1, identifier: 'Tech1', officeEmail: 'T1@msp.example', inactiveFlag: false }

  it('compares again, ignoring case', async () => {
    const { psa } = await start(members([tech1, { ...tech1, id: 2, identifier: 'tech12' }]))
    expect(await psa.findMember({ identifier: 'tech1' })).toMatchObject({ id: 1 })
    expect(await psa.findMember({ identifier: 'tech*' })).toBeNull()
  })

  it('does not guess between two active members of one address, and prefers the active one', async () => {
    const two = await start(members([tech1, { ...tech1, id: 2, identifier: 'tech2' }]))
    expect(await two.psa.findMember({ email: 't1@msp.example' })).toBeNull()
    const one = await start(members([{ ...tech1, id: 2, inactiveFlag: true }, tech1]))
    expect(await one.psa.findMember({ email: 't1@msp.example' })).toMatchObject({ id: 1, inactive: false })
  })

  it('lives with a version that cannot be asked for the primary address', async () => {
    const { psa } = await start({
      'GET /system/members': (asked) =>
        asked.url.searchParams.get('conditions')?.startsWith('primaryEmail')
          ? {
              status: 400,
              body: { code: 'ApiFindCondition', message: 'primaryEmail is not a recognized name.' },
            }
          : { body: [] },
    })
    expect(await psa.findMember({ email: 'x@msp.example' })).toBeNull()
  })
})

describe('addNote', () => {
  it('mails nobody and asks for nothing to be marked as the customer’s', async () => {
    const { psa, server } = await start({
      'POST /service/tickets/69/notes': {
        status: 201,
        body: {
          id: 5,
          ticketId: 69,
          member: { id: 1, identifier: 'api' },
          dateCreated: '2025-01-01T00:00:00Z',
        },
      },
    })
    const show = { discussion: false, internal: true, resolution: false }
    const note = { ticket: service(69), text: 'x', show, member: 'tech1', notify: false }
    expect(await psa.addNote(note)).toEqual({
      outcome: 'written',
      id: 5,
      ticket: 69,
      author: 'api',
      at: '2025-01-01T00:00:00Z',
    })
    expect(JSON.parse(server.calls()[0]?.body ?? '')).toEqual({
      text: 'x',
      detailDescriptionFlag: false,
      internalAnalysisFlag: true,
      resolutionFlag: false,
      member: { identifier: 'tech1' },
      customerUpdatedFlag: false,
      processNotifications: false,
    })
  })
})

describe('addTimeEntry', () => {
  const entry = {
    ticket: service(69),
    text: 'x',
    show: { discussion: false, internal: true, resolution: false },
    member: 'tech1',
    start: '2025-01-05T14:00:00Z',
    end: '2025-01-05T14:30:00Z',
    workType: null,
    workRole: null,
    agreement: null,
    billable: null,
    notify: true,
  }

  it('sends nothing where it cannot learn whom the ticket mails', async () => {
    const { psa, server } = await start({ 'GET /service/tickets/69': { status: 503, body: '' } })
    expect(await psa.addTimeEntry(entry)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
    expect(server.calls().filter((call) => call.method === 'POST')).toHaveLength(0)
  })

  it('is open where the entry stands on another ticket', async () => {
    const { psa } = await start({ 'POST /time/entries': { status: 201, body: { id: 1, chargeToId: 70 } } })
    expect(await psa.addTimeEntry({ ...entry, notify: false })).toMatchObject({ outcome: 'ambiguous' })
  })
})

describe('setStatus', () => {
  const path = 'PATCH /service/tickets/69'
  const stands = (id: number) => ({ ...ticketRow, status: { id, name: `Status ${id}` } })
  const change = { ticket: service(69), status: 4, notify: false }

  it('replaces the whole reference, quietly', async () => {
    const { psa, server } = await start({ [path]: { body: stands(4) } })
    expect(await psa.setStatus(change)).toMatchObject({ outcome: 'written', id: 69, ticket: 69 })
    expect(JSON.parse(server.calls()[0]?.body ?? '')).toEqual([
      { op: 'replace', path: 'status', value: { id: 4 } },
      { op: 'replace', path: 'processNotifications', value: false },
    ])
    await psa.setStatus({ ...change, notify: true })
    expect(JSON.parse(server.calls()[1]?.body ?? '')).toEqual([
      { op: 'replace', path: 'status', value: { id: 4 } },
    ])
  })

  it('leaves the quiet flag out where a version refuses it', async () => {
    const { psa, server } = await start({
      [path]: (asked) =>
        asked.body.includes('processNotifications')
          ? {
              status: 400,
              body: { code: 'InvalidObject', message: 'The path processNotifications does not exist.' },
            }
          : { body: stands(4) },
    })
    expect(await psa.setStatus(change)).toMatchObject({ outcome: 'written' })
    expect(server.calls()).toHaveLength(2)
  })

  it('is open where ConnectWise says yes and changes nothing', async () => {
    const { psa } = await start({ [path]: { body: stands(2) } })
    expect(await psa.setStatus(change)).toMatchObject({
      outcome: 'ambiguous',
      message: expect.stringContaining('Status 2'),
    })
  })
})

describe('checkRights', () => {
  const bad: Told = { status: 400, body: { code: 'InvalidObject', message: 'no', errors: [] } }
  const whole = {
    'GET /service/tickets': { body: [{ id: 69 }] },
    'POST /service/tickets/69/notes': bad,
    'PATCH /service/tickets/69': bad,
    'GET /service/boards': { body: [] },
    'GET /time/entries': { body: [] },
    'POST /time/entries': bad,
    'GET /time/workTypes': { body: [] },
    'GET /time/workRoles': { body: [] },
    'GET /company/companies': { body: [] },
    'GET /company/contacts': { body: [] },
    'GET /company/configurations': { body: [] },
    'GET /system/members': { body: [] },
  }

  it('finds nothing missing where nothing is', async () => {
    const { psa } = await start(whole)
    const checks = await psa.checkRights()
    expect(checks.length).toBeGreaterThan(10)
    expect(checks.filter((check) => !check.ok || check.advice !== '')).toEqual([])
  })

  it('names each missing right and where to give it', async () => {
    for (const missing of Object.keys(whole)) {
      const { psa } = await start({ ...whole, [missing]: forbidden })
      const lost = (await psa.checkRights()).filter((check) => !check.ok)
      expect(lost.length).toBeGreaterThan(0)
      for (const check of lost) expect(check.advice).toContain('→')
    }
  })

  it('can change nothing while it tries to write', async () => {
    const { psa, server } = await start(whole)
    await psa.checkRights()
    const writes = server.calls().filter((call) => call.method !== 'GET')
    expect(new Set(writes.map((call) => call.body))).toEqual(
      new Set(['{"text":""}', '{}', '[{"op":"replace","path":"status","value":{"id":0}}]']),
    )
  })

  it('says so where there is no ticket to try on', async () => {
    const { psa } = await start({ ...whole, 'GET /service/tickets': { body: [] } })
    const untried = (await psa.checkRights()).filter((check) => check.ok && check.advice !== '')
    expect(untried).toHaveLength(3)
  })

  it('ends at once where the keys are wrong', async () => {
    const { psa } = await start({
      'GET /service/tickets': { status: 401, body: { code: 'Unauthorized', message: 'no' } },
    })
    await expect(psa.checkRights()).rejects.toMatchObject({ reason: 'not_signed_in' })
  })
})
