import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const patch = (path: string, value: unknown, op = 'replace', id = 26251) =>
  desk.call('PATCH', `/service/tickets/${id}`, [{ op, path, value }])
const statusId = async (board: number, name: string) => {
  const { body } = await desk.call(
    'GET',
    `/service/boards/${board}/statuses${query({ conditions: `name="${name}"` })}`,
  )
  return Number(at(body, '0/id'))
}

describe('a ticket', () => {
  it('comes with short references and hrefs', async () => {
    const { body } = await desk.call('GET', '/service/tickets/26251')
    expect(body).toMatchObject({
      recordType: 'ServiceTicket',
      board: {
        id: 1,
        name: 'Help Desk',
        _info: { board_href: expect.stringContaining('/service/boards/1') },
      },
      company: { id: 250, identifier: 'HarborFinch', name: 'Harbor & Finch Architects' },
      agreement: { name: 'Managed Care - Harbor & Finch', type: 'Managed Care' },
      resources: 'mrivera',
      actualHours: 0.15,
    })
    expect(Object.keys(Object(at(body, '_info'))).sort()).toEqual([
      'activities_href',
      'configurations_href',
      'dateEntered',
      'documents_href',
      'enteredBy',
      'lastUpdated',
      'notes_href',
      'products_href',
      'scheduleentries_href',
      'tasks_href',
      'timeentries_href',
      'updatedBy',
    ])
  })

  it('writes times in UTC without milliseconds', async () => {
    const { body } = await desk.call('GET', '/service/tickets/26251')
    expect(at(body, '_info/lastUpdated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  it('is not found under the other family, nor when it does not exist', async () => {
    expect(await desk.call('GET', '/service/tickets/999')).toMatchObject({
      status: 404,
      body: { code: 'NotFound', message: 'Service Ticket 999 not found' },
    })
    expect((await desk.call('GET', '/service/tickets/26300')).status).toBe(404)
    expect((await desk.call('GET', '/project/tickets/26300')).status).toBe(200)
    expect((await desk.call('GET', '/project/tickets/26251/allNotes')).status).toBe(404)
    expect((await desk.call('GET', '/service/tickets/999/notes')).status).toBe(404)
  })

  it('lists what hangs on it as references only', async () => {
    const times = await desk.call('GET', '/service/tickets/26251/timeentries')
    expect(times.body).toMatchObject([{ id: expect.any(Number) }])
    expect(at((await desk.call('GET', '/service/tickets/26251/timeentries/count')).body, 'count')).toBe(1)
    const schedule = await desk.call('GET', '/service/tickets/26263/scheduleentries')
    expect(column(schedule.body, 'description')).toHaveLength(2)
    expect((await desk.call('GET', '/service/tickets/26251/documents')).body).toEqual([])
    expect((await desk.call('GET', '/service/tickets/26251/configurations')).body).toMatchObject([
      { id: 501, deviceIdentifier: 'HF-LT-014' },
    ])
  })

  it('can have configurations attached once, and taken off', async () => {
    const path = '/service/tickets/26251/configurations'
    expect((await desk.call('POST', path, { id: 503 })).status).toBe(201)
    expect((await desk.call('POST', path, { id: 503 })).status).toBe(400)
    expect((await desk.call('POST', path, { id: 9 })).status).toBe(400)
    expect((await desk.call('GET', `${path}/503`)).status).toBe(200)
    expect((await desk.call('DELETE', `${path}/503`)).status).toBe(204)
    expect((await desk.call('GET', `${path}/503`)).status).toBe(404)
  })

  it('has tasks', async () => {
    const path = '/service/tickets/26244/tasks'
    expect(column((await desk.call('GET', path)).body, 'closedFlag')).toEqual([false, false])
    const made = await desk.call('POST', path, { notes: 'One more', member: { identifier: 'apetrov' } })
    const done = [{ op: 'replace', path: 'closedFlag', value: true }]
    expect((await desk.call('PATCH', `${path}/${at(made.body, 'id')}`, done)).body).toMatchObject({
      closedFlag: true,
    })
    expect((await desk.call('DELETE', `${path}/${at(made.body, 'id')}`)).status).toBe(204)
  })
})

describe('creating a ticket', () => {
  it('needs a summary and a company', async () => {
    const { status, body } = await desk.call('POST', '/service/tickets', {})
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'InvalidObject', message: 'ticket object is invalid' })
    expect(column(at(body, 'errors') ?? null, 'message')).toEqual([
      'The summary field is required.',
      'The company field is required.',
    ])
    expect(column(at(body, 'errors') ?? null, 'code')).toEqual([
      'MissingRequiredField',
      'MissingRequiredField',
    ])
  })

  it('checks lengths, enums, types and references by field', async () => {
    const { body } = await desk.call('POST', '/service/tickets', {
      summary: 'x'.repeat(101),
      company: { id: 9999 },
      severity: 'Terrible',
      budgetHours: 'two',
      requiredDate: '2026-05-01T08:00:00.000Z',
      nonsense: 1,
    })
    expect(at(body, 'errors')).toMatchObject([
      { code: 'NotFound', message: 'Company 9999 not found', field: 'company/id', resource: 'ticket' },
      { code: 'MaxLengthField', message: 'The field summary must be a string with a maximum length of 100.' },
      { message: 'Enum value supplied was invalid', field: 'severity' },
      { field: 'budgetHours' },
      { field: 'requiredDate' },
      { field: 'nonsense' },
    ])
  })

  it('takes references by id, identifier or name, and fills the board defaults', async () => {
    const { status, body } = await desk.call('POST', '/service/tickets', {
      summary: 'New one',
      company: { identifier: 'bluestone' },
      contact: { id: 1211 },
      board: { name: 'Help Desk' },
      type: { name: 'Printing' },
      initialDescription: 'It does not print.',
      initialInternalAnalysis: 'Caller sounded calm.',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      company: { id: 251 },
      status: { name: 'New' },
      priority: { name: 'Priority 3 - Medium' },
      type: { name: 'Printing' },
      contactName: 'Megan Holt',
      contactEmailAddress: 'frontdesk@bluestonedental.example',
      closedFlag: false,
      _info: { enteredBy: 'flowapi', dateEntered: '2026-11-24T15:00:00Z' },
    })
    expect(at(body, 'initialDescription')).toBeUndefined()
    const notes = await desk.call('GET', `/service/tickets/${at(body, 'id')}/notes`)
    expect(notes.body).toMatchObject([
      {
        text: 'It does not print.',
        detailDescriptionFlag: true,
        issueFlag: true,
        contact: { name: 'Megan Holt' },
      },
      { text: 'Caller sounded calm.', internalAnalysisFlag: true, member: { identifier: 'flowapi' } },
    ])
  })

  it('ignores unknown fields where the switch says so', async () => {
    await desk.control('PATCH', '/switches', { unknownFields: 'ignore' })
    const body = { summary: 'x', company: { id: 250 }, nonsense: 1 }
    expect((await desk.call('POST', '/service/tickets', body)).status).toBe(201)
  })
})

describe('patching a ticket', () => {
  it('wants an array of operations', async () => {
    expect((await desk.call('PATCH', '/service/tickets/26251', { summary: 'x' })).status).toBe(400)
    expect((await patch('summary', 'x', 'move')).status).toBe(400)
    expect(
      (await desk.call('PATCH', '/service/tickets/26251', [{ op: 'replace', path: 'summary' }])).status,
    ).toBe(400)
  })

  it('takes a bare path, tolerates a leading slash, and minds upper and lower case', async () => {
    expect((await patch('summary', 'One')).body).toMatchObject({ summary: 'One' })
    expect((await patch('/summary', 'Two')).body).toMatchObject({ summary: 'Two' })
    expect((await patch('Summary', 'Three')).status).toBe(400)
    expect((await desk.call('GET', '/service/tickets/26251')).body).toMatchObject({ summary: 'Two' })
  })

  it('replaces a reference as a whole or by its id', async () => {
    expect((await patch('status', { id: await statusId(1, 'In Progress') })).body).toMatchObject({
      status: { name: 'In Progress' },
    })
    expect((await patch('status/id', await statusId(1, 'Scheduled'))).body).toMatchObject({
      status: { name: 'Scheduled' },
    })
    expect((await patch('owner', null, 'remove')).body).not.toHaveProperty('owner')
  })

  it('answers 200 and changes nothing for another part of a reference', async () => {
    const { status, body } = await patch('company/identifier', 'Bluestone')
    expect([status, at(body, 'company/identifier')]).toEqual([200, 'HarborFinch'])
  })

  it('refuses a status of another board, and a board without its status', async () => {
    const foreign = await statusId(3, 'New')
    expect(await patch('status', { id: foreign })).toMatchObject({
      status: 400,
      body: {
        message: 'ticket object is invalid',
        errors: [
          {
            code: 'NotFound',
            message: `Service Status ${foreign} not found for Service Board 1`,
            resource: 'ticket',
            field: 'status/id',
          },
        ],
      },
    })
    const { status, body } = await patch('board', { id: 3 })
    expect(status).toBe(400)
    expect(column(at(body, 'errors') ?? null, 'field')).toContain('status/id')
  })

  it('finds a status by name on the ticket board', async () => {
    expect((await patch('status', { name: 'closed' })).body).toMatchObject({ status: { id: 109 } })
    expect((await patch('status', { name: 'No such status' })).status).toBe(400)
  })

  it('closes and reopens by the status, not by the flag', async () => {
    const closed = await patch('status', { id: await statusId(1, 'Closed') })
    expect(closed.body).toMatchObject({
      closedFlag: true,
      closedBy: 'flowapi',
      closedDate: '2026-11-24T15:00:00Z',
    })
    const reopened = await patch('status', { id: await statusId(1, 'In Progress') })
    expect(reopened.body).toMatchObject({ closedFlag: false })
    expect(reopened.body).not.toHaveProperty('closedDate')
    expect((await patch('closedFlag', true)).body).toMatchObject({ closedFlag: false })
  })

  it('checks the whole record, and names the field that is wrong', async () => {
    const { body } = await desk.call('PATCH', '/service/tickets/26251', [
      { op: 'remove', path: 'company' },
      { op: 'replace', path: 'severity', value: 'Low' },
    ])
    expect(at(body, 'errors')).toMatchObject([{ code: 'MissingRequiredField', field: 'company' }])
  })

  it('updates who changed it and leaves a trail', async () => {
    desk.clock.advance(60_000)
    const { body } = await patch('status', { id: await statusId(1, 'In Progress') })
    expect(at(body, '_info/updatedBy')).toBe('flowapi')
    const trail = await desk.call('GET', '/system/audittrail?type=Ticket&id=26251')
    expect(column(trail.body, 'text')).toContain('Status changed from "Assigned" to "In Progress".')
    expect((await desk.call('GET', '/system/audittrail')).status).toBe(400)
  })
})

describe('replacing and deleting a ticket', () => {
  it('nulls what is left out', async () => {
    const before = (await desk.call('GET', '/service/tickets/26251')).body
    const whole = { ...Object(before), summary: 'Replaced' }
    const kept = await desk.call('PUT', '/service/tickets/26251', whole)
    expect(kept.body).toMatchObject({ summary: 'Replaced', owner: { identifier: 'mrivera' } })
    const { owner: _, ...less } = whole
    const lost = await desk.call('PUT', '/service/tickets/26251', less)
    expect(lost.status).toBe(200)
    expect(lost.body).not.toHaveProperty('owner')
  })

  it('answers 204 and then 404', async () => {
    expect((await desk.call('DELETE', '/service/tickets/26260')).status).toBe(204)
    expect((await desk.call('GET', '/service/tickets/26260')).status).toBe(404)
    expect((await desk.call('DELETE', '/service/tickets/26260')).status).toBe(404)
  })
})
