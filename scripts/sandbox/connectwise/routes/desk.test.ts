import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const get = async (path: string) => (await desk.call('GET', path)).body

describe('boards', () => {
  it('have statuses, types, subtypes, items and teams of their own', async () => {
    expect(column(await get('/service/boards'), 'name')).toContain('Help Desk')
    const statuses = await get('/service/boards/1/statuses')
    expect(new Set(column(statuses, 'board/id'))).toEqual(new Set([1]))
    expect(column(statuses, 'closedStatus').filter(Boolean)).toHaveLength(2)
    expect(column(statuses, 'timeEntryNotAllowed').filter(Boolean)).toHaveLength(1)
    for (const part of ['types', 'subtypes', 'items', 'teams'])
      expect(column(await get(`/service/boards/1/${part}`), 'id').length).toBeGreaterThan(1)
    expect((await desk.call('GET', '/service/boards/3/statuses/101')).status).toBe(404)
    expect((await desk.call('GET', '/service/boards/77/statuses')).status).toBe(404)
  })

  it('take a new status, once per name', async () => {
    const made = await desk.call('POST', '/service/boards/1/statuses', { name: 'Parked' })
    expect(made.body).toMatchObject({ name: 'Parked', board: { id: 1 } })
    expect((await desk.call('POST', '/service/boards/1/statuses', { name: 'parked' })).status).toBe(400)
  })
})

describe('a record that another refers to', () => {
  it.each([
    ['/service/boards/1'],
    ['/service/boards/1/statuses/101'],
    ['/service/priorities/1'],
    ['/company/companies/250'],
    ['/service/tickets/26251'],
  ])('is not deleted: %s', async (path) => {
    const { status, body } = await desk.call('DELETE', path)
    expect([status, at(body, 'code')]).toEqual([400, 'InvalidObject'])
    expect(at(body, 'message')).toMatch(/is used by .+ and cannot be deleted/)
    expect((await desk.call('GET', path)).status).toBe(200)
  })
})

describe('companies and contacts', () => {
  it('come with sites, agreements and communications', async () => {
    expect(await get('/company/companies/251')).toMatchObject({
      identifier: 'Bluestone',
      types: [{ name: 'Client' }],
    })
    expect(column(await get('/company/companies/251/sites'), 'name')).toEqual(['Main'])
    expect(column(await get('/finance/agreements'), 'type/name')).toContain('Managed Care')
    expect(await get('/company/contacts/1211')).toMatchObject({
      firstName: 'Megan',
      communicationItems: [
        { type: { name: 'Email' }, communicationType: 'Email', domain: '@bluestonedental.example' },
        { type: { name: 'Direct' }, communicationType: 'Phone', extension: '11' },
      ],
    })
    expect(column(await get('/company/contacts/1211/communications'), 'communicationType')).toEqual([
      'Email',
      'Phone',
    ])
  })

  it('are refused without what they need, in the recorded words', async () => {
    expect(await desk.call('POST', '/company/contacts', { lastName: 'X' })).toMatchObject({
      status: 400,
      body: {
        code: 'InvalidObject',
        message: 'contact object is invalid',
        errors: [
          {
            code: 'MissingRequiredField',
            message: 'The firstName field is required.',
            resource: 'contact',
            field: 'firstName',
          },
        ],
      },
    })
    expect(await desk.call('GET', '/company/contacts/57919')).toMatchObject({
      status: 404,
      body: { code: 'NotFound', message: 'Contact 57919 not found' },
    })
  })

  it('keep the whole list of communications that is written', async () => {
    const items = [{ type: { id: 1 }, value: 'new@bluestonedental.example', defaultFlag: true }]
    const body = { firstName: 'New', company: { id: 251 }, communicationItems: items }
    const made = await desk.call('POST', '/company/contacts', body)
    expect(made.body).toMatchObject({ communicationItems: [{ communicationType: 'Email' }] })
    const path = `/company/contacts/${at(made.body, 'id')}/communications`
    const phone = await desk.call('POST', path, { type: { name: 'Direct' }, value: '555-0100' })
    expect(phone.body).toMatchObject({ communicationType: 'Phone' })
    expect((await desk.call('DELETE', `${path}/${at(phone.body, 'id')}`)).status).toBe(204)
  })
})

describe('configurations', () => {
  it('carry device facts and questions, passwords among them', async () => {
    const body = await get('/company/configurations/501')
    expect(body).toMatchObject({
      name: 'HF-LT-014',
      osType: expect.stringContaining('Windows'),
      lastLoginName: 'HARBORFINCH\\pnair',
      status: { name: 'Active' },
    })
    expect(column(at(body, 'questions') ?? null, 'fieldType')).toContain('Password')
  })

  it('can be found by company', async () => {
    const found = await get(`/company/configurations${query({ conditions: 'company/id=252' })}`)
    expect(column(found, 'name')).toEqual(['NG-DC-01', 'NG-WS-DISP2', 'NG-FW-01'])
  })
})

describe('schedule entries', () => {
  it('assign a member to a ticket', async () => {
    const body = { objectId: 26260, type: { identifier: 'S' }, member: { identifier: 'tokafor' } }
    const made = await desk.call('POST', '/schedule/entries', body)
    expect(made.body).toMatchObject({ name: 'Harbor & Finch Architects / Ticket# 26260 - Smart TV at home' })
    expect(at(await get('/service/tickets/26260'), 'resources')).toBe('tokafor')
    expect((await desk.call('POST', '/schedule/entries', { ...body, objectId: 1 })).status).toBe(400)
  })
})

describe('members', () => {
  it('are found by id, by identifier and by address', async () => {
    expect(await get('/system/members/mrivera')).toMatchObject({
      id: 151,
      primaryEmail: 'mrivera@ridgeline.example',
    })
    expect(await get('/system/members/151')).toMatchObject({ identifier: 'mrivera' })
    const conditions = 'officeEmail="tokafor@ridgeline.example"'
    expect(column(await get(`/system/members${query({ conditions })}`), 'id')).toEqual([152])
    expect(at(await get('/system/members/count'), 'count')).toBe(6)
    expect((await desk.call('GET', '/system/members/nobody')).status).toBe(404)
  })

  it('have a light list', async () => {
    expect(await get('/system/info/members/mrivera')).toMatchObject({
      fullName: 'Maria Rivera',
      inactiveFlag: false,
    })
    expect(column(await get('/system/info/members'), 'inactiveFlag').filter(Boolean)).toHaveLength(1)
    expect(await get('/system/myMembers')).toMatchObject({ identifier: 'flowapi' })
  })

  it('cannot be deleted, only deactivated, and give no tokens to API keys', async () => {
    expect((await desk.call('DELETE', '/system/members/151')).status).toBe(404)
    expect(
      (await desk.call('POST', '/system/members/mrivera/tokens', { memberIdentifier: 'mrivera' })).status,
    ).toBe(403)
  })
})

describe('hosted screens', () => {
  it('take a pod for the service ticket', async () => {
    const pod = {
      screenId: 4,
      description: 'Guide',
      url: 'https://app.example/pod',
      type: 'Pod',
      podHeight: 500,
    }
    const made = await desk.call('POST', '/system/connectwisehostedsetups', pod)
    expect(made.status).toBe(201)
    expect(await get(`/system/connectwisehostedsetups/${at(made.body, 'id')}`)).toMatchObject({
      screenId: 4,
      type: 'Pod',
    })
    expect(
      (await desk.call('POST', '/system/connectwisehostedsetups', { ...pod, screenId: 99 })).status,
    ).toBe(400)
    expect(
      (await desk.call('POST', '/system/connectwisehostedsetups', { ...pod, type: 'Popup' })).status,
    ).toBe(400)
    expect(column(await get('/system/connectWiseHostedScreens'), 'name')).toContain('ServiceTicket')
  })
})
