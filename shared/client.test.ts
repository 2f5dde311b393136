import { describe, expect, it } from 'vitest'
import type { ClientOptions, StreamEvent } from './client.ts'
import { ApiError, createClient } from './client.ts'

interface Sent {
  url: string
  init: RequestInit
}

type Answer = (sent: Sent) => Response | Promise<Response>

const json = (body: unknown, status = 200): Response => Response.json(body, { status })
const refusal = (code: string, status: number, details?: object): Response =>
  json({ error: { code, message: 'Do this.', request: 'r1', details } }, status)

function clientWith(answers: Answer[], options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = []
  const client = createClient({
    base: 'https://api.example/flow/',
    token: async () => 'token-1',
    fetch: async (url, init) => {
      sent.push({ url, init })
      const answer = answers[Math.min(sent.length, answers.length) - 1]
      if (!answer) throw new TypeError('no network')
      return answer({ url, init })
    },
    ...options,
  })
  return { client, sent }
}

const bearer = (sent: Sent | undefined): string | null => new Headers(sent?.init.headers).get('authorization')

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.catch((cause: unknown) => cause)
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError', { cause: error })
  return error
}

describe('a call', () => {
  it('fills the path, encoded, adds the query, the bearer and the contract', async () => {
    const { client, sent } = clientWith([() => json({ entries: [] })])
    await client.call('listEvents', { params: { id: 'a/b@2 ü' }, query: { after: '3' } })
    expect(sent[0]?.url).toBe('https://api.example/flow/sessions/a%2Fb%402%20%C3%BC/events?after=3')
    expect(bearer(sent[0])).toBe('Bearer token-1')
    expect(new Headers(sent[0]?.init.headers).get('x-resolutionflow-contract')).toBe('1')
    expect(sent[0]?.init).toMatchObject({ method: 'GET', body: null, redirect: 'error', credentials: 'omit' })
  })

  it('leaves out a query value that is not given', async () => {
    const { client, sent } = clientWith([() => json({ sessions: [] })])
    await client.call('listSessions', { query: {} })
    expect(sent[0]?.url).toBe('https://api.example/flow/sessions')
  })

  it('sends the body as JSON', async () => {
    const { client, sent } = clientWith([() => json({ entries: [] })])
    await client.call('appendEvents', { params: { id: 's' }, body: { base: 2, events: [] } })
    expect(sent[0]?.init.body).toBe('{"base":2,"events":[]}')
    expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('application/json')
  })

  it.each(['', '.', '..'])('refuses the path parameter "%s", which would lead elsewhere', async (id) => {
    const { client, sent } = clientWith([() => json({})])
    await expect(client.call('getSession', { params: { id } })).rejects.toThrow(TypeError)
    expect(sent).toHaveLength(0)
  })

  it('sends no bearer to a route that needs none', async () => {
    const { client, sent } = clientWith([() => json({ ok: true })])
    await client.call('health')
    expect(bearer(sent[0])).toBeNull()
  })
})

describe('the address of the API', () => {
  const withBase = (base: string) => () => clientWith([], { base })

  it.each([
    'http://api.example',
    'ftp://api.example',
    'https://me:pw@api.example',
    'https://api.example/?x=1',
    'https://api.example/#x',
    'http://localhost.attacker.example',
  ])('refuses %s', (base) => {
    expect(withBase(base)).toThrow(TypeError)
  })

  it.each(['https://api.example', 'http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787'])(
    'accepts %s',
    (base) => {
      expect(withBase(base)).not.toThrow()
    },
  )
})

describe('an answer that is no success', () => {
  it('becomes an ApiError with code, message, request and details', async () => {
    const { client } = clientWith([() => refusal('conflict', 409, { kind: 'behind', missing: [] })])
    const error = await failure(client.call('getMe'))
    expect(error).toMatchObject({ code: 'conflict', status: 409, message: 'Do this.', request: 'r1' })
    expect(error.details).toEqual({ kind: 'behind', missing: [] })
  })

  it('is unavailable where it does not come from the API', async () => {
    const { client } = clientWith([() => new Response('<h1>Forbidden</h1>', { status: 403 })])
    expect(await failure(client.call('getMe'))).toMatchObject({ code: 'unavailable', status: 403 })
  })

  it('is offline where no answer came, or only half of one, or a page of somebody else', async () => {
    const { client } = clientWith([])
    expect(await failure(client.call('getMe'))).toMatchObject({ code: 'offline', status: 0 })
    for (const text of ['{"member": {"id"', '<html>Sign in to the hotel network</html>', '']) {
      const half = clientWith([() => new Response(text)])
      expect(await failure(half.client.call('getMe'))).toMatchObject({ code: 'offline' })
    }
  })

  it('is the reason of the caller who cancelled', async () => {
    const cancel = new AbortController()
    const { client } = clientWith([
      () => {
        cancel.abort(new Error('enough'))
        throw new TypeError('cancelled')
      },
    ])
    await expect(client.call('getMe', { signal: cancel.signal })).rejects.toThrow('enough')
  })
})

describe('signing in again', () => {
  const twice: Answer[] = [() => refusal('not_signed_in', 401), () => json({ now: 1 })]

  it('happens once, silently, and the call is repeated with the new token', async () => {
    let token = 'old'
    const { client, sent } = clientWith(twice, {
      token: async () => token,
      onUnauthorised: async () => {
        token = 'new'
        return true
      },
    })
    expect(await client.call('getMe')).toEqual({ now: 1 })
    expect(sent.map(bearer)).toEqual(['Bearer old', 'Bearer new'])
  })

  it('is given up after one repetition', async () => {
    const { client, sent } = clientWith([() => refusal('not_signed_in', 401)], {
      onUnauthorised: async () => true,
    })
    expect(await failure(client.call('getMe'))).toMatchObject({ code: 'not_signed_in' })
    expect(sent).toHaveLength(2)
  })

  it('repeats nothing where it is not possible', async () => {
    const { client, sent } = clientWith(twice, { onUnauthorised: async () => false })
    expect(await failure(client.call('getMe'))).toMatchObject({ code: 'not_signed_in', status: 401 })
    expect(sent).toHaveLength(1)
  })

  it('is shared by calls that are refused at the same time', async () => {
    let signIns = 0
    let token = 'old'
    const { client } = clientWith(
      [
        ({ init }) =>
          bearer({ url: '', init }) === 'Bearer new' ? json({ now: 1 }) : refusal('not_signed_in', 401),
      ],
      {
        token: async () => token,
        onUnauthorised: async () => {
          signIns++
          await Promise.resolve()
          token = 'new'
          return true
        },
      },
    )
    await Promise.all([client.call('getMe'), client.call('getMe'), client.call('getTeamSettings')])
    expect(signIns).toBe(1)
  })

  it('comes first where no token is at hand, and without one nothing is sent', async () => {
    const { client, sent } = clientWith(twice, { token: async () => null })
    expect(await failure(client.call('getMe'))).toMatchObject({ code: 'not_signed_in' })
    expect(sent).toHaveLength(0)
  })

  it('is never tried for a route without token', async () => {
    const { client, sent } = clientWith([() => refusal('not_signed_in', 401)], {
      onUnauthorised: async () => true,
    })
    await failure(client.call('signInFromPod'))
    expect(sent).toHaveLength(1)
  })
})

describe('a stream', () => {
  const body = (pieces: Uint8Array[]): Response =>
    new Response(
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece)
          controller.close()
        },
      }),
    )

  it('opens, hands over events cut inside a character, and rejects when the connection ends', async () => {
    const bytes = new TextEncoder().encode(': hb\n\nevent: post\nid: 4\ndata: {"text":"grün"}\n\n')
    const { client, sent } = clientWith([() => body([...bytes].map((byte) => Uint8Array.of(byte)))])
    const events: StreamEvent[] = []
    const input = { params: { id: 's' }, query: { after: '3' } }
    const error = await failure(client.stream('streamSession', input, (event) => events.push(event)))
    expect(error.code).toBe('offline')
    expect(events).toEqual([
      { id: null, event: 'open', data: '' },
      { id: null, event: 'comment', data: 'hb' },
      { id: '4', event: 'post', data: '{"text":"grün"}' },
    ])
    expect(new Headers(sent[0]?.init.headers).get('accept')).toBe('text/event-stream')
  })

  it('resolves when the caller ends it', async () => {
    const end = new AbortController()
    const { client } = clientWith([
      ({ init }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
            },
          }),
        ),
    ])
    const input = { params: { id: 's' }, query: { after: '0' }, signal: end.signal }
    await client.stream('streamSession', input, () => end.abort())
  })

  it('rejects with the API error when it is refused', async () => {
    const { client } = clientWith([() => refusal('not_found', 404)])
    const input = { params: { id: 's' }, query: { after: '0' } }
    expect(await failure(client.stream('streamSession', input, () => undefined))).toMatchObject({
      code: 'not_found',
    })
  })
})
