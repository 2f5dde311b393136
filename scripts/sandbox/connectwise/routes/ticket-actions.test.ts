import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const read = async (path: string) => (await desk.call('GET', path)).body
const act = (id: number, action: string, body: unknown, family = 'service') =>
  desk.call('POST', `/${family}/tickets/${id}/${action}`, body)
const merge = (id: number, mergeTicketIds: number[], status = 109) =>
  act(id, 'merge', { mergeTicketIds, status: { id: status } })
const place = { project: { id: 61 }, phase: { id: 611 }, wbsCode: '1.2' }

describe('the lists beside the tickets', () => {
  it('give the light form, filtered and counted like the full one', async () => {
    const conditions = query({ conditions: 'company/id=250 and closedFlag=False' })
    expect((await desk.call('GET', `/service/tickets/info${conditions}`)).status).toBe(400)
    const known = query({ conditions: 'company/id=250', orderBy: 'id desc' })
    const light = await read(`/service/tickets/info${known}`)
    expect(column(light, 'id')).toEqual(column(await read(`/service/tickets${known}`), 'id'))
    expect(Object.keys(Object(at(light, '0'))).sort()).toEqual(['_info', 'company', 'id', 'summary'])
    expect(await read(`/service/tickets/info/count${known}`)).toEqual(
      await read(`/service/tickets/count${known}`),
    )
    expect(await read('/service/tickets/26251/info')).toMatchObject({ id: 26251, company: { id: 250 } })
  })

  it('take no project ticket in', async () => {
    expect((await desk.call('GET', '/service/tickets/26300/info')).status).toBe(404)
    expect(column(await read('/service/tickets/info?pageSize=1000'), 'id')).not.toContain(26300)
    expect(column(await read('/service/tickets/calculateSla?pageSize=1000'), 'id')).not.toContain(26300)
  })

  it('log each change of a ticket until the log is cleared', async () => {
    expect(await read('/service/tickets/changelogs')).toEqual([])
    await desk.call('PATCH', '/service/tickets/26251', [
      { op: 'replace', path: 'status', value: { id: 103 } },
    ])
    await desk.call('DELETE', '/service/tickets/26261')
    expect(await read('/service/tickets/changelogs')).toMatchObject([
      { action: 'updated', ticketNumber: 26251, status: 'In Progress', boardName: 'Help Desk' },
      { action: 'deleted', ticketNumber: 26261 },
    ])
    await desk.call('DELETE', '/service/tickets/changelogs')
    expect(await read('/service/tickets/changelogs')).toEqual([])
  })
})

describe('copying a ticket', () => {
  it('makes a new one of the same company and board, in its first status and without notes', async () => {
    const { body } = await desk.call('POST', '/service/tickets/26251/copy')
    const original = await read('/service/tickets/26251')
    expect(body).toMatchObject({
      summary: at(original, 'summary') ?? null,
      company: { id: 250 },
      board: { id: 1 },
      status: { name: 'New' },
      actualHours: 0,
    })
    const id = Number(at(body, 'id'))
    expect(id).not.toBe(26251)
    expect(at(body, 'mobileGuid')).not.toBe(at(original, 'mobileGuid'))
    expect(await read(`/service/tickets/${id}/allNotes`)).toEqual([])
  })
})

describe('merging tickets', () => {
  it('closes them, points them at the other and shows their notes there', async () => {
    const before = column(await read('/service/tickets/26251/allNotes'), 'text').length
    expect((await merge(26251, [26260, 26261])).body).toMatchObject({ success: true })
    expect(await read('/service/tickets/26260')).toMatchObject({
      closedFlag: true,
      status: { id: 109 },
      mergedParentTicket: { id: 26251 },
    })
    expect(await read('/service/tickets/26251')).toMatchObject({ hasMergedChildTicketFlag: true })
    const notes = await read('/service/tickets/26251/allNotes')
    expect(column(notes, 'mergedFlag').filter((flag) => flag === true)).toHaveLength(2)
    expect(column(notes, 'text')).toHaveLength(before + 2)
  })

  it.each([
    [
      'a status of another board',
      () => merge(26251, [26260], 209),
      'Service Status 209 not found for Service Board 1',
    ],
    ['itself', () => merge(26251, [26251]), 'Service Ticket 26251 cannot be merged into itself.'],
    [
      'a ticket of another company',
      () => merge(26251, [26258]),
      'Service Ticket 26258 belongs to another company.',
    ],
    ['a ticket that is not there', () => merge(26251, [99]), 'Service Ticket 99 not found'],
    ['nothing', () => merge(26251, []), 'The mergeTicketIds field is required.'],
    ['no status', () => act(26251, 'merge', { mergeTicketIds: [26260] }), 'The status field is required.'],
    ['an unknown field', () => act(26251, 'merge', { ids: [26260] }), 'The field ids is not recognized.'],
  ])('refuses %s, and then merges none', async (_, attempt, message) => {
    const { status, body } = await attempt()
    expect([status, at(body, 'code'), at(body, 'errors/0/message')]).toEqual([400, 'InvalidObject', message])
    expect(desk.sandbox.state.writes).toEqual([])
  })

  it('merges none where one of several cannot be', async () => {
    expect((await merge(26251, [26260, 26258])).status).toBe(400)
    expect(desk.sandbox.state.writes).toEqual([])
  })

  it('takes no ticket twice, and nothing into a merged one', async () => {
    await merge(26251, [26260])
    expect((await merge(26261, [26260])).status).toBe(400)
    expect((await merge(26260, [26261])).status).toBe(400)
  })

  it('goes across companies where the switch says so', async () => {
    desk.sandbox.state.switches.mergeAcrossCompanies = true
    expect((await merge(26251, [26258])).status).toBe(200)
  })
})

describe('attaching children', () => {
  it('shows on both tickets, and the child’s notes on the parent', async () => {
    await act(26251, 'attachChildren', { childTicketIds: [26258] })
    expect(await read('/service/tickets/26251')).toMatchObject({ hasChildTicket: true })
    expect(await read('/service/tickets/26258')).toMatchObject({ parentTicketId: 26251, closedFlag: false })
    expect(column(await read('/service/tickets/26251/allNotes'), 'bundledFlag')).toContain(true)
  })

  it('keeps to one level', async () => {
    const attach = (parent: number, child: number) =>
      act(parent, 'attachChildren', { childTicketIds: [child] })
    await attach(26251, 26258)
    expect((await attach(26251, 26251)).status).toBe(400)
    expect((await attach(26260, 26258)).status).toBe(400)
    expect((await attach(26258, 26260)).status).toBe(400)
    expect((await attach(26260, 26251)).status).toBe(400)
  })
})

describe('converting a ticket', () => {
  it('moves it into a project with its notes and time, and back', async () => {
    expect((await act(26251, 'convert', place)).body).toMatchObject({ success: true })
    expect((await desk.call('GET', '/service/tickets/26251')).status).toBe(404)
    expect(await read('/project/tickets/26251')).toMatchObject({ phase: { id: 611 }, wbsCode: '1.2' })
    expect(column(await read('/project/tickets/26251/notes'), 'id')).toHaveLength(3)
    const time = `/time/entries${query({ conditions: 'chargeToId=26251' })}`
    expect(column(await read(time), 'chargeToType')).toEqual(['ProjectTicket'])
    await act(26251, 'convert', { recordType: 'ServiceTicket' }, 'project')
    expect(await read('/service/tickets/26251')).toMatchObject({ recordType: 'ServiceTicket' })
    expect(column(await read(time), 'chargeToType')).toEqual(['ServiceTicket'])
  })

  it.each([
    ['without a phase', 'service', 26251, { wbsCode: '1' }, 'phase'],
    ['without a place in the project’s plan', 'service', 26251, { phase: { id: 611 } }, 'wbsCode'],
    ['into a phase that is not there', 'service', 26251, { ...place, phase: { id: 5 } }, 'phase/id'],
    ['into what it is', 'service', 26251, { ...place, recordType: 'ServiceTicket' }, 'recordType'],
    ['of a project without saying into what', 'project', 26300, {}, 'recordType'],
  ])('is refused %s', async (_, family, id, body, field) => {
    const reply = await act(id, 'convert', body, family)
    expect([reply.status, at(reply.body, 'errors/0/field')]).toEqual([400, field])
    expect(desk.sandbox.state.writes).toEqual([])
  })
})
