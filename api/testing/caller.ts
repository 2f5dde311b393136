import type { Api } from '#api/http/serve.ts'
import { type Client, createClient } from '#shared/client.ts'

/** Calls an app without a network. */
export interface Caller {
  /** The product's own client. */
  client: Client
  /** A bare request, for what the client would never send. */
  request(method: string, path: string, body?: unknown): Promise<Response>
}

/** Signed in with the token, or not at all. */
export function createCaller(api: Api, token: string | null): Caller {
  const base = 'https://flow.example'
  return {
    client: createClient({
      base,
      fetch: async (input, init) => untilAborted(await api.request(new Request(input, init)), init?.signal),
      token: async () => token,
    }),
    request: async (method, path, body) =>
      api.request(`${base}${path}`, {
        method,
        headers: {
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  }
}

/** As a network would: once the signal fires, reading the answer's body fails. */
function untilAborted(answer: Response, signal: AbortSignal | null | undefined): Response {
  if (!signal || answer.body === null) return answer
  const { status, headers } = answer
  return new Response(answer.body.pipeThrough(new TransformStream(), { signal }), { status, headers })
}
