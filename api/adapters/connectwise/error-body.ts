import { type CwError, errorSchema } from './api-types.ts'
import type { HttpAnswer } from './send.ts'

/** The JSON of an answer; undefined where the body is empty, HTML or cut off. */
export function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body)
  } catch {
    return undefined
  }
}

/** ConnectWise's own error body, or null where the answer is anybody else's (a proxy, IIS, Cloudflare). */
export function errorBodyOf(answer: HttpAnswer): CwError | null {
  const parsed = errorSchema.safeParse(jsonOf(answer))
  return parsed.success ? parsed.data : null
}

/** What ConnectWise said, the inner messages first since they name the field; at most 300 characters. */
export function plainMessage(body: CwError): string {
  const inner = body.errors.map((error) => error.message).filter((message) => message !== null)
  const said = inner.length > 0 ? inner.join(' ') : (body.message ?? '')
  return said.length > 300 ? `${said.slice(0, 299)}…` : said
}

/** Seconds to wait as the answer asks, from either form of Retry-After; null where it does not say. */
export function retryAfterOf(answer: HttpAnswer, now: number): number | null {
  const header = answer.headers['retry-after']
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}

/**
 * The path itself is unknown: an HTML page, or ConnectWise's word that there is no such endpoint. After an upgrade
 * the old codebase answers so; no record was touched.
 */
export function isUnknownPath(answer: HttpAnswer): boolean {
  if (answer.status !== 404) return false
  const body = errorBodyOf(answer)
  return body === null ? isPage(answer) : /endpoint does not exist/i.test(body.message ?? '')
}

/**
 * The web server's own page for a path that it has no file for: the request went to no program that could have
 * carried anything out. A page of somebody else's with the same status says nothing of the sort.
 */
export function isServerNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && isPage(answer) && /404 - File or directory not found/i.test(answer.body)
}

/** HTML, by its type or by its looks. */
export function isPage(answer: HttpAnswer): boolean {
  return (answer.headers['content-type'] ?? '').includes('html') || /^\s*<(!doctype|html)/i.test(answer.body)
}
