import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { ApiEnvironment } from './api-environment.ts'
import { limitBodies } from './limit-bodies.ts'

const app = new Hono<ApiEnvironment>()
app.use(limitBodies(10))
app.post('/', async (http) => http.text(String((await http.req.text()).length)))
app.get('/', (http) => http.text('read'))

const post = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  app.request(new Request('http://here/', { method: 'POST', body, headers, duplex: 'half' }))

const streamed = (parts: string[]) => ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)))

describe('the limit of bodies', () => {
  it.each([
    ['that says its length', () => post('1234567890', { 'content-length': '10' })],
    ['that does not', () => post(streamed(['12345', '67890']))],
  ])('lets a body pass %s', async (_, send) => {
    const answer = await send()
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('10')
  })

  it.each([
    ['that says its length', () => post('12345678901', { 'content-length': '11' })],
    ['that does not', () => post(streamed(['12345', '678901']))],
    [
      'that says less than it is, in pieces',
      () => post(streamed(['123456', '789012']), { 'content-length': '5', 'transfer-encoding': 'chunked' }),
    ],
    ['whose length is no number', () => post('1', { 'content-length': 'much' })],
  ])('refuses a larger one %s, in words', async (_, send) => {
    const answer = await send()
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: { code: 'too_large' } })
  })

  it('lets requests without a body pass', async () => {
    expect((await app.request('/')).status).toBe(200)
  })
})
