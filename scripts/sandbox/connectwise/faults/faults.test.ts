import { get } from 'node:https'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { patiently } from '#shared/testing/patiently.ts'
import { at, column, goodHeaders, startDesk, type TestDesk } from '../testing/desk-client.ts'
import { testCertificate } from '../tls/test-certificate.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await startDesk()
})
afterEach(() => desk.close())

const notes = '/service/tickets/26251/notes'
const add = (text = 'x') => desk.call('POST', notes, { text, internalAnalysisFlag: true })
const broken = (effect: object, more: object = {}) =>
  desk.control('POST', '/faults', { match: 'POST /service/tickets/*/notes', effect, ...more })
const writes = () => desk.sandbox.state.writes.length
const state = async () => (await desk.control('GET', '/state')).body

describe('a reset', () => {
  it('before the commit leaves nothing behind', async () => {
    await broken({ kind: 'reset-before' })
    await expect(add()).rejects.toThrow('fetch failed')
    expect(writes()).toBe(0)
    expect((await add()).status).toBe(201)
  })

  it('after the commit leaves the note behind, and a second try makes two', async () => {
    await broken({ kind: 'reset-after' })
    await expect(add('twice')).rejects.toThrow('fetch failed')
    expect(writes()).toBe(1)
    await add('twice')
    const { body } = await desk.call('GET', notes)
    expect(column(body, 'text').filter((text) => text === 'twice')).toHaveLength(2)
  })

  it('is a connection reset on the wire', async () => {
    await broken({ kind: 'reset-before' })
    const error = await add().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } })
  })
})

describe('faults over TLS', () => {
  it('drop and cut the connection just the same', async () => {
    const tls = testCertificate()
    const secure = await startDesk({ tls })
    const url = `${secure.url}/v2025_1/apis/3.0/service/tickets/26251`
    const read = () =>
      new Promise<string>((resolve, reject) => {
        const request = get(url, { ca: tls.cert, headers: goodHeaders, agent: false }, (response) => {
          response.setEncoding('utf8')
          let body = ''
          response.on('data', (chunk: string) => {
            body += chunk
          })
          response.on('end', () => resolve(body))
          response.on('error', reject)
        })
        request.on('error', reject)
      })
    expect(await read()).toContain('"id":26251')
    secure.sandbox.faults.add({ match: 'GET /**', effect: { kind: 'reset-before' } })
    await expect(read()).rejects.toThrow('socket hang up')
    secure.sandbox.faults.add({ match: 'GET /**', effect: { kind: 'truncate' } })
    await expect(read()).rejects.toThrow('aborted')
    await secure.close()
  })
})

describe('a late commit', () => {
  it('appears only after its time, though the client lost the connection long before', async () => {
    await broken({ kind: 'late-commit', milliseconds: 8000 })
    await expect(add('late')).rejects.toThrow('fetch failed')
    expect(column((await desk.call('GET', notes)).body, 'text')).not.toContain('late')
    expect(at(await state(), 'pending')).toMatchObject([{ method: 'POST', due: '2026-11-24T15:00:08Z' }])
    desk.clock.advance(7999)
    expect(at(await state(), 'writes')).toEqual([])
    expect(at(await state(), 'pending')).toHaveLength(1)
    desk.clock.advance(1)
    await patiently(() => expect(writes()).toBe(1))
    expect(column((await desk.call('GET', notes)).body, 'text')).toContain('late')
    expect(at(await state(), 'pending')).toEqual([])
  })

  it('can let the client hang until it gives up', async () => {
    await broken({ kind: 'late-commit', milliseconds: 1000, client: 'hang' })
    const gaveUp = new AbortController()
    const call = fetch(`${desk.url}/v2025_1/apis/3.0${notes}`, {
      method: 'POST',
      headers: { ...goodHeaders, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'x', internalAnalysisFlag: true }),
      signal: gaveUp.signal,
    })
    await patiently(async () => expect(at(await state(), 'pending')).toHaveLength(1))
    gaveUp.abort()
    await expect(call).rejects.toThrow('aborted')
    desk.clock.advance(1000)
    await patiently(() => expect(writes()).toBe(1))
  })

  it('can be brought on at once, or by moving the clock', async () => {
    await broken({ kind: 'late-commit', milliseconds: 8000 }, { times: 2 })
    await expect(add()).rejects.toThrow()
    await desk.control('POST', '/settle')
    expect(writes()).toBe(1)
    await expect(add()).rejects.toThrow()
    await desk.control('POST', '/clock', { seconds: 8 })
    expect(writes()).toBe(2)
  })

  it('is forgotten by a reset to the seed', async () => {
    await broken({ kind: 'late-commit', milliseconds: 1000 })
    await expect(add()).rejects.toThrow()
    await desk.control('POST', '/reset')
    desk.clock.advance(2000)
    expect(at(await state(), 'pending')).toEqual([])
    expect(writes()).toBe(0)
  })
})

describe('an answer that is no answer', () => {
  it('is a 429 with Retry-After', async () => {
    await broken({ kind: 'too-many', seconds: 7 })
    const { status, headers, body } = await add()
    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
    expect(body).toEqual({
      error: 'ConnectWiseAPI',
      message: 'Too many requests. Please try again in 7 seconds.',
    })
    expect(writes()).toBe(0)
  })

  it('is a server error, with or without the work done', async () => {
    await broken({ kind: 'status', status: 503 })
    expect((await add()).status).toBe(503)
    expect(writes()).toBe(0)
    await broken({ kind: 'status', status: 500, commits: true })
    expect((await add()).status).toBe(500)
    expect(writes()).toBe(1)
  })

  it('is an HTML page, even with 200', async () => {
    for (const status of [200, 502]) {
      await broken({ kind: 'html', status })
      const reply = await add()
      expect(reply.status).toBe(status)
      expect(reply.headers.get('content-type')).toContain('text/html')
    }
    expect(writes()).toBe(0)
  })

  it('is half of the JSON', async () => {
    await broken({ kind: 'truncate' })
    await expect(add()).rejects.toThrow('terminated')
    expect(writes()).toBe(1)
  })

  it('is the page of a stale codebase', async () => {
    await broken({ kind: 'stale-codebase' })
    const reply = await add()
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'text/html'])
  })

  it('refuses a member hash but not keys', async () => {
    const issued = desk.sandbox.issueHash('mrivera')
    const authorization = `Basic ${btoa(`ridgeline+mrivera:${issued.hash}`)}`
    const match = 'GET /system/myMembers/info'
    await desk.control('POST', '/faults', { match, times: 2, effect: { kind: 'refuse-hash' } })
    const ask = (headers: Record<string, string>) =>
      desk.call('GET', '/system/myMembers/info', undefined, headers)
    expect((await ask({ ...goodHeaders, authorization })).status).toBe(401)
    expect((await ask(goodHeaders)).status).toBe(200)
    expect((await ask({ ...goodHeaders, authorization })).status).toBe(200)
  })

  it('is a slow one', async () => {
    await broken({ kind: 'latency', milliseconds: 3000 })
    let done = false
    const call = add().then((reply) => {
      done = true
      return reply
    })
    await patiently(() => {
      desk.clock.advance(1500)
      expect(done).toBe(true)
    })
    expect((await call).status).toBe(201)
  })
})

describe('faults', () => {
  it('fire as often as told, on the calls that match', async () => {
    await broken({ kind: 'status', status: 500 }, { times: 2 })
    expect((await desk.call('GET', notes)).status).toBe(200)
    expect([(await add()).status, (await add()).status, (await add()).status]).toEqual([500, 500, 201])
  })

  it('fire by chance as the seed decides', async () => {
    const draws = async () => {
      const other = await startDesk({ seed: 5 })
      const fault = {
        match: 'GET /**',
        times: null,
        probability: 0.5,
        effect: { kind: 'status', status: 500 },
      }
      await other.control('POST', '/faults', fault)
      const seen: number[] = []
      for (let i = 0; i < 12; i += 1) seen.push((await other.call('GET', '/service/boards')).status)
      await other.close()
      return seen
    }
    const first = await draws()
    expect(new Set(first)).toEqual(new Set([200, 500]))
    expect(await draws()).toEqual(first)
  })

  it('can be listed and cleared, and are refused when they cannot be read', async () => {
    const made = await broken({ kind: 'reset-before' }, { times: null })
    expect(made.status).toBe(201)
    await broken({ kind: 'truncate' })
    expect((await desk.control('DELETE', `/faults/${at(made.body, 'id')}`)).body).toHaveLength(1)
    expect((await desk.control('DELETE', '/faults')).body).toEqual([])
    expect((await broken({ kind: 'nonsense' })).status).toBe(400)
    expect((await add()).status).toBe(201)
  })

  it('show in the log of requests', async () => {
    await broken({ kind: 'reset-after' })
    await add().catch(() => undefined)
    await add()
    expect(at(await state(), 'seen')).toMatchObject([
      { method: 'POST', path: notes, status: 0, fault: 'reset-after' },
      { method: 'POST', path: notes, status: 201 },
    ])
  })
})
