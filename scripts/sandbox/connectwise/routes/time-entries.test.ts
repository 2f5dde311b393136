import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const good = {
  chargeToId: 26251,
  chargeToType: 'ServiceTicket',
  member: { identifier: 'mrivera' },
  timeStart: '2026-11-24T14:00:00Z',
  timeEnd: '2026-11-24T14:20:00Z',
  notes: 'Worked.',
}
const add = (changes: object = {}) => desk.call('POST', '/time/entries', { ...good, ...changes })
const messages = (body: Awaited<ReturnType<typeof add>>['body']) =>
  column(at(body, 'errors') ?? null, 'message')

describe('a new time entry', () => {
  it('is filled from ticket, member and work type', async () => {
    const { status, body } = await add()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      company: { identifier: 'HarborFinch' },
      ticket: { id: 26251 },
      member: { identifier: 'mrivera' },
      workType: { name: 'Remote' },
      workRole: { name: 'Engineer' },
      agreement: { name: 'Managed Care - Harbor & Finch' },
      billableOption: 'Billable',
      actualHours: 0.33,
      invoiceHours: 0.5,
      status: 'Open',
      enteredBy: 'flowapi',
      dateEntered: '2026-11-24T15:00:00Z',
      addToInternalAnalysisFlag: false,
    })
    expect(at(body, '_info')).toMatchObject({ dateEntered: '2026-11-24T15:00:00Z' })
  })

  it('can be written for the API member only, by the switch', async () => {
    await desk.control('PATCH', '/switches', { authorFromMember: false })
    expect((await add()).body).toMatchObject({ member: { identifier: 'flowapi' } })
  })

  it('takes hours instead of an end, and the deducted hours', async () => {
    const { body } = await add({ timeEnd: undefined, actualHours: 0.5 })
    expect(body).toMatchObject({ actualHours: 0.5, timeEnd: '2026-11-24T14:30:00Z' })
    expect((await add({ timeEnd: '2026-11-24T15:00:00Z', hoursDeduct: 0.25 })).body).toMatchObject({
      actualHours: 0.75,
    })
  })

  it('may overlap another of the same member', async () => {
    await add()
    expect((await add()).status).toBe(201)
    const conditions = 'chargeToType="ServiceTicket" and chargeToId=26251 and member/identifier="mrivera"'
    expect(at((await desk.call('GET', `/time/entries/count${query({ conditions })}`)).body, 'count')).toBe(3)
  })

  it('adds to the hours of the ticket', async () => {
    await add()
    expect((await desk.call('GET', '/service/tickets/26251')).body).toMatchObject({ actualHours: 0.48 })
  })

  it.each([
    [{ timeStart: undefined }, 'The timeStart field is required.'],
    [{ chargeToId: undefined }, 'The chargeToId field is required.'],
    [{ chargeToType: undefined }, 'The chargeToType field is required.'],
    [{ chargeToId: 999 }, 'Service Ticket 999 not found'],
    [{ chargeToType: 'ProjectTicket' }, 'Project Ticket 26251 not found'],
    [{ chargeToType: 'Nothing' }, 'Enum value supplied was invalid'],
    [{ timeEnd: undefined }, 'Either timeEnd or actualHours is required.'],
    [{ timeEnd: '2026-11-24T13:00:00Z' }, 'The end time must be after the start time.'],
    [{ member: { identifier: 'dwalsh' } }, 'Member dwalsh is inactive.'],
    [{ workType: { name: 'Nonsense' } }, 'Work Type Nonsense not found'],
    [{ workRole: { name: 'Cabling' } }, 'The default Work Role is not valid for the selected location'],
    [
      { member: { identifier: 'jlindqvist' }, timeEnd: undefined, actualHours: 1 },
      'A start time and an end time are required for this member.',
    ],
    [{ chargeToId: 26120 }, 'Time entry is not allowed for tickets in status "Cancelled - no time".'],
    [{ chargeToId: 26270 }, 'Time entries are locked on the service board "Monitoring".'],
  ])('is refused with %j', async (changes, message) => {
    const { status, body } = await add(changes)
    expect(status).toBe(400)
    expect(messages(body)).toContain(message)
    expect(desk.sandbox.state.writes).toEqual([])
  })

  it('wants times without milliseconds', async () => {
    expect((await add({ timeStart: '2026-11-24T14:00:00.000Z' })).status).toBe(400)
  })

  it('can be charged to a project ticket', async () => {
    const { status, body } = await add({
      chargeToId: 26300,
      chargeToType: 'ProjectTicket',
      timeEnd: undefined,
      actualHours: 1,
    })
    expect([status, at(body, 'ticketBoard')]).toEqual([201, 'Projects'])
  })
})

describe('changing time entries', () => {
  it('recomputes the hours', async () => {
    const id = at((await add()).body, 'id')
    const operation = [{ op: 'replace', path: 'timeEnd', value: '2026-11-24T15:00:00Z' }]
    expect((await desk.call('PATCH', `/time/entries/${id}`, operation)).body).toMatchObject({
      actualHours: 1,
    })
  })

  it('needs the billable option on PUT', async () => {
    const id = at((await add()).body, 'id')
    const missing = await desk.call('PUT', `/time/entries/${id}`, good)
    expect(messages(missing.body)).toContain('The billableOption field is required.')
    expect(
      (await desk.call('PUT', `/time/entries/${id}`, { ...good, billableOption: 'NoCharge' })).body,
    ).toMatchObject({
      billableOption: 'NoCharge',
      invoiceHours: 0,
    })
  })

  it('is refused once an entry is billed', async () => {
    const { body } = await desk.call('GET', `/time/entries${query({ conditions: 'status="Billed"' })}`)
    const id = at(body, '0/id')
    const operation = [{ op: 'replace', path: 'notes', value: 'x' }]
    expect((await desk.call('PATCH', `/time/entries/${id}`, operation)).status).toBe(400)
    expect((await desk.call('DELETE', `/time/entries/${id}`)).status).toBe(400)
  })

  it('deletes with 204', async () => {
    const id = at((await add()).body, 'id')
    expect((await desk.call('DELETE', `/time/entries/${id}`)).status).toBe(204)
    expect((await desk.call('GET', `/time/entries/${id}`)).status).toBe(404)
  })
})

describe('the defaults of a time entry', () => {
  it('are not told without a start, nor for a ticket that is not there', async () => {
    const charge = { chargeToType: 'ServiceTicket', timeStart: '2026-11-24T13:00:00Z' }
    const ask = async (body: object) => (await desk.call('POST', '/time/entries/defaults', body)).body
    expect(at(await ask({ ...charge, chargeToId: 99 }), 'errors/0')).toMatchObject({
      code: 'NotFound',
      field: 'chargeToId',
    })
    expect(at(await ask({ chargeToType: 'ServiceTicket', chargeToId: 26251 }), 'errors/0')).toMatchObject({
      code: 'MissingRequiredField',
      field: 'timeStart',
    })
  })

  it('come with 200 and store nothing', async () => {
    const { notes: _, timeEnd: __, ...asked } = good
    const { status, body } = await desk.call('POST', '/time/entries/defaults', asked)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      workType: { name: 'Remote' },
      workRole: { name: 'Engineer' },
      agreement: { id: 71 },
      billableOption: 'Billable',
    })
    expect(body).not.toHaveProperty('id')
    expect(desk.sandbox.state.writes).toEqual([])
  })

  it('fail with the work-role error', async () => {
    const { status, body } = await desk.call('POST', '/time/entries/defaults', {
      ...good,
      workRole: { id: 3 },
    })
    expect(status).toBe(400)
    expect(messages(body)).toEqual(['The default Work Role is not valid for the selected location'])
  })
})

describe('stopwatches, work types and roles', () => {
  it('run, pause and stop', async () => {
    const body = {
      member: { identifier: 'mrivera' },
      ticket: { id: 26251 },
      status: 'Running',
      startTime: good.timeStart,
    }
    const made = await desk.call('POST', '/time/ticketstopwatches', body)
    expect(made.status).toBe(201)
    const id = at(made.body, 'id')
    const paused = await desk.call('PATCH', `/time/ticketstopwatches/${id}`, [
      { op: 'replace', path: 'status', value: 'Paused' },
    ])
    expect(paused.body).toMatchObject({ status: 'Paused', ticket: { id: 26251 } })
    const long = { ...body, notes: 'x'.repeat(4001) }
    expect((await desk.call('POST', '/time/ticketstopwatches', long)).status).toBe(400)
    expect((await desk.call('POST', '/time/ticketstopwatches', { ...body, status: undefined })).status).toBe(
      400,
    )
  })

  it('can be listed whole and light', async () => {
    expect(column((await desk.call('GET', '/time/workTypes')).body, 'name')).toContain('On site')
    expect(at((await desk.call('GET', '/time/workTypes/info')).body, '0')).toMatchObject({
      name: 'Remote',
      defaultFlag: true,
    })
    expect(column((await desk.call('GET', '/time/workRoles/info')).body, 'name')).toContain('Engineer')
    expect((await desk.call('GET', '/time/workRoles/3')).body).toMatchObject({ locationIds: [3] })
  })
})
