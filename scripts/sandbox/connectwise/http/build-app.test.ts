import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, goodHeaders, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

describe('company info', () => {
  it('tells the codebase with a slash at its end, without a sign-in', async () => {
    const response = await fetch(`${desk.url}/login/companyinfo/Ridgeline`)
    expect(await response.json()).toMatchObject({
      Codebase: 'v2025_1/',
      VersionCode: 'v2025.1',
      IsCloud: true,
    })
  })

  it('answers null for a company it does not know', async () => {
    const response = await fetch(`${desk.url}/login/companyinfo/nobody`)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('null')
  })
})

describe('versioned paths', () => {
  it('answer an HTML page for a codebase that has moved on, while the alias goes on working', async () => {
    await desk.control('PATCH', '/switches', { codebase: 'v2026_1' })
    const stale = await fetch(`${desk.url}/v2025_1/apis/3.0/service/tickets/26251`, { headers: goodHeaders })
    expect(stale.status).toBe(404)
    expect(stale.headers.get('content-type')).toContain('text/html')
    expect(await stale.text()).toContain('<html')
    for (const codebase of ['v2026_1', 'v4_6_release']) {
      const fresh = await fetch(`${desk.url}/${codebase}/apis/3.0/service/tickets/26251`, {
        headers: goodHeaders,
      })
      expect(fresh.status).toBe(200)
    }
    const info = await fetch(`${desk.url}/login/companyinfo/ridgeline`)
    expect(await info.json()).toMatchObject({ Codebase: 'v2026_1/' })
  })

  it('tolerate the double slash of recorded hrefs', async () => {
    const href = at((await desk.call('GET', '/service/tickets/26251')).body, 'board/_info/board_href')
    expect(href).toContain('/apis/3.0//service/boards/1')
    expect((await fetch(String(href), { headers: goodHeaders })).status).toBe(200)
  })

  it('say that an endpoint does not exist, in JSON', async () => {
    for (const path of ['/system/callbacks', '/system/documents', '/service/nonsense']) {
      const { status, body } = await desk.call('GET', path)
      expect(status).toBe(404)
      expect(body).toEqual({ code: 'ConnectWiseApi', message: 'The endpoint does not exist.', errors: null })
    }
  })
})

describe('answers', () => {
  it('carry the headers of ConnectWise', async () => {
    const { headers } = await desk.call('GET', '/service/tickets/26251')
    expect(headers.get('content-type')).toBe('application/vnd.connectwise.com+json; version=2025.1')
    expect(headers.get('api-current-version')).toBe('2025.1')
    expect(headers.get('x-cw-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('x-server-name')).not.toBeNull()
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('pragma')).toBe('no-cache')
    expect(headers.get('x-frame-options')).not.toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('declare the version that the client asked for', async () => {
    const { headers } = await desk.call('GET', '/service/tickets/26251', undefined, {
      ...goodHeaders,
      accept: 'application/vnd.connectwise.com+json; version=2021.1, application/json',
    })
    expect(headers.get('content-type')).toContain('version=2021.1')
  })

  it('give 201 a Location that begins with http, as behind a proxy', async () => {
    const note = { text: 'x', internalAnalysisFlag: true }
    const { status, headers } = await desk.call('POST', '/service/tickets/26251/notes', note)
    expect(status).toBe(201)
    expect(headers.get('location')).toMatch(/^http:\/\/.*\/service\/tickets\/26251\/notes\/\d+$/)
  })

  it('leave unset fields out, or write them as null where the switch says so', async () => {
    expect(at((await desk.call('GET', '/service/tickets/26240')).body, 'owner')).toBeUndefined()
    await desk.control('PATCH', '/switches', { unsetFields: 'null' })
    expect((await desk.call('GET', '/service/tickets/26240')).body).toMatchObject({ owner: null, item: null })
  })
})

describe('bodies', () => {
  it('must be JSON by content type and by content', async () => {
    const url = `${desk.url}/v2025_1/apis/3.0/service/tickets/26251/notes`
    const send = (type: string, body: string) =>
      fetch(url, { method: 'POST', headers: { ...goodHeaders, 'content-type': type }, body })
    expect((await send('text/plain', '{}')).status).toBe(415)
    expect((await send('application/json', '{"text":')).status).toBe(400)
    expect((await send('application/json', '[]')).status).toBe(400)
  })
})
