import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, column, goodHeaders, query, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

async function addNotes(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await desk.call('POST', '/service/tickets/26240/notes', { text: `note ${i}`, internalAnalysisFlag: true })
}

function links(header: string | null): Record<string, string> {
  const found = [...(header ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)]
  return Object.fromEntries(found.map(([, url = '', relation = '']) => [relation, url]))
}

const notes = '/service/tickets/26240/notes'

describe('lists', () => {
  it('hold 25 records unless more are asked for', async () => {
    await addNotes(30)
    const { body, headers } = await desk.call('GET', notes)
    expect(column(body, 'id')).toHaveLength(25)
    expect(Object.keys(links(headers.get('link')))).toEqual(['next', 'last'])
    expect(column((await desk.call('GET', `${notes}?pageSize=5000`)).body, 'id')).toHaveLength(33)
  })

  it('cap the page size at 1000 without a word', async () => {
    const { headers } = await desk.call('GET', `/service/tickets?pageSize=5000&page=2`)
    expect(links(headers.get('link')).first).toContain('pageSize=1000')
  })

  it('link first, prev, next and last, keeping the rest of the query', async () => {
    await addNotes(3)
    const { headers } = await desk.call(
      'GET',
      `${notes}${query({ pageSize: 2, page: 2, orderBy: 'id desc' })}`,
    )
    const found = links(headers.get('link'))
    expect(Object.keys(found)).toEqual(['first', 'prev', 'next', 'last'])
    const next = new URL(found.next ?? '')
    expect(next.searchParams.get('orderBy')).toBe('id desc')
    expect(next.searchParams.get('page')).toBe('3')
    const followed = await fetch(next, { headers: goodHeaders })
    expect(await followed.json()).toHaveLength(2)
  })

  it('are empty past the end', async () => {
    const { status, body } = await desk.call('GET', `${notes}?page=99`)
    expect([status, body]).toEqual([200, []])
  })

  it('refuse a page that is no number', async () => {
    expect((await desk.call('GET', `${notes}?page=zero`)).status).toBe(400)
    expect((await desk.call('GET', `${notes}?pageSize=0`)).status).toBe(400)
  })

  it('go forward by id, always with a next link, until a page is empty', async () => {
    await addNotes(5)
    const headers = { ...goodHeaders, 'pagination-type': 'forward-only' }
    const seen: unknown[] = []
    let pageId: string | null = null
    for (;;) {
      const path: string = `${notes}${query({ pageSize: 3, ...(pageId ? { pageId } : {}) })}`
      const reply = await desk.call('GET', path, undefined, headers)
      const ids = column(reply.body, 'id')
      const found = links(reply.headers.get('link'))
      expect(Object.keys(found)).toEqual(['next'])
      if (ids.length === 0) break
      seen.push(...ids)
      pageId = new URL(found.next ?? '').searchParams.get('pageId')
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
  })

  it('refuse orderBy together with forward-only paging', async () => {
    const headers = { ...goodHeaders, 'pagination-type': 'forward-only' }
    expect((await desk.call('GET', `${notes}?orderBy=id`, undefined, headers)).status).toBe(400)
    expect(
      (await desk.call('GET', '/system/audittrail?type=Ticket&id=26251', undefined, headers)).status,
    ).toBe(400)
  })

  it('count what the conditions hold for', async () => {
    const conditions = 'company/identifier="HarborFinch" and closedFlag=false'
    const { body } = await desk.call('GET', `/service/tickets/count${query({ conditions })}`)
    const list = await desk.call('GET', `/service/tickets${query({ conditions })}`)
    expect(at(body, 'count')).toBe(column(list.body, 'id').length)
    expect(at(body, 'count')).toBeGreaterThan(3)
  })
})

describe('filters', () => {
  it('answer 400 for a name that does not exist', async () => {
    expect(
      await desk.call('GET', `/service/tickets${query({ conditions: 'invoiceDate=null' })}`),
    ).toMatchObject({
      status: 400,
      body: { code: 'ApiFindCondition', message: 'invoiceDate is not a recognized name.' },
    })
  })

  it('find contacts by what their lists hold', async () => {
    const childConditions = 'communicationItems/value="priya.nair@harborfinch.example"'
    const { body } = await desk.call('GET', `/company/contacts${query({ childConditions })}`)
    expect(column(body, 'firstName')).toEqual(['Priya'])
  })

  it('find companies by a custom field', async () => {
    const customFieldConditions = 'caption="Patch window" and value="Sunday 02:00"'
    const { body } = await desk.call('GET', `/company/companies${query({ customFieldConditions })}`)
    expect(column(body, 'identifier')).toEqual(['HarborFinch'])
  })

  it('find the tickets of a configuration, which answers do not name', async () => {
    const { body } = await desk.call(
      'GET',
      `/service/tickets${query({ conditions: 'configuration/id=511' })}`,
    )
    expect(column(body, 'id')).toEqual([25902, 25961, 26258])
    expect(column(body, 'configuration')).toEqual([undefined, undefined, undefined])
  })

  it('take the same filter in a search body', async () => {
    const body = { conditions: 'board/name="Security"', orderBy: 'id desc' }
    const { status, body: found } = await desk.call('POST', '/service/tickets/search', body)
    expect(status).toBe(200)
    expect(column(found, 'id')).toEqual([26255])
  })

  it('take search keys in any case, or only as spelt where the switch says so', async () => {
    const body = { Conditions: 'id=26255' }
    expect(column((await desk.call('POST', '/service/tickets/search', body)).body, 'id')).toEqual([26255])
    await desk.control('PATCH', '/switches', { searchKeysCaseSensitive: true })
    expect(
      column((await desk.call('POST', '/service/tickets/search', body)).body, 'id').length,
    ).toBeGreaterThan(1)
  })

  it('refuse a search body whose conditions are no text', async () => {
    expect((await desk.call('POST', '/service/tickets/search', { conditions: 5 })).status).toBe(400)
  })

  it('cut answers down to the fields asked for, without _info', async () => {
    const { body } = await desk.call(
      'GET',
      `/service/tickets/26251${query({ fields: 'id,status/name,company' })}`,
    )
    expect(body).toEqual({
      id: 26251,
      status: { name: 'Assigned' },
      company: { id: 250, identifier: 'HarborFinch', name: 'Harbor & Finch Architects' },
    })
  })
})
