import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const bundle = (...requests: object[]) =>
  desk.call('POST', '/system/bundles', {
    requests: requests.map((one, index) => ({ sequenceNumber: index + 1, version: '2025.1', ...one })),
  })

describe('a bundle', () => {
  it('answers each request under its number: a record, a filtered page, what hangs on a ticket', async () => {
    const { status, body } = await bundle(
      { resourceType: 'Ticket', apiRequest: { id: 26251 } },
      {
        resourceType: 'Ticket',
        apiRequest: {
          filters: { conditions: 'closedFlag=True', orderBy: 'id desc' },
          page: { pageSize: 2 },
          fields: 'id',
        },
      },
      { resourceType: 'ServiceNote', apiRequest: { parentId: 26251 } },
    )
    expect(status).toBe(200)
    expect(column(at(body, 'results') ?? [], 'sequenceNumber')).toEqual([1, 2, 3])
    expect(at(body, 'results/0')).toMatchObject({ success: true, statusCode: 200, count: 1 })
    expect(at(body, 'results/0/entities/0')).toEqual((await desk.call('GET', '/service/tickets/26251')).body)
    expect(at(body, 'results/1/entities')).toEqual([{ id: 26120 }, { id: 25961 }])
    expect(at(body, 'results/2')).toMatchObject({ resourceType: 'ServiceNote', count: 3 })
  })

  it('keeps the failure of one request to itself', async () => {
    desk.sandbox.state.switches.denied = ['GET /company/companies']
    const { body } = await bundle(
      { resourceType: 'Ticket', apiRequest: { id: 99 } },
      { resourceType: 'Ticket', apiRequest: { filters: { conditions: 'nonsense=1' } } },
      { resourceType: 'Company', apiRequest: {} },
      { resourceType: 'Nothing' },
      { resourceType: 'Ticket', apiRequest: { entity: { summary: 'x' } } },
      { resourceType: 'Priority' },
    )
    const results = at(body, 'results') ?? []
    expect(column(results, 'statusCode')).toEqual([404, 400, 403, 400, 400, 200])
    expect(column(results, 'success')).toEqual([false, false, false, false, false, true])
    expect(column(results, 'error/code')).toEqual([
      'NotFound',
      'ApiFindCondition',
      'Security',
      'InvalidObject',
      'InvalidObject',
      undefined,
    ])
  })

  it('needs its list of requests, and knows their fields', async () => {
    const without = await desk.call('POST', '/system/bundles', {})
    expect([without.status, at(without.body, 'errors/0/field')]).toEqual([400, 'requests'])
    expect((await bundle({ resource: 'Ticket' })).status).toBe(400)
  })
})
