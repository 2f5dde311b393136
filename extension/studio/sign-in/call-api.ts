import type { StudioHost } from '../studio-host.ts'

/** The API answered, and said no. */
export class Refusal extends Error {
  readonly code: string
  /** Seconds to wait, or null where it did not say. */
  readonly wait: number | null
  constructor(code: string, wait: number | null) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.wait = wait
  }
}

/** Posts to the API and gives its reply, whatever that is. Throws Refusal, or another error where no answer came. */
export async function post(host: StudioHost, path: string, body: unknown): Promise<unknown> {
  const answer = await host.fetch(`${host.api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const reply: unknown = await answer.json().catch(() => null)
  if (answer.ok) return reply
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
  throw new Refusal(codeIn(reply), Number.isFinite(wait) ? wait : null)
}

function codeIn(reply: unknown): string {
  const error = isRecord(reply) ? reply.error : null
  return isRecord(error) && typeof error.code === 'string' ? error.code : 'unknown'
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
