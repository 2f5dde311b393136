import type { Caller } from '../kinds/kind.ts'
import type { View } from '../records/show-record.ts'
import { Refusal } from '../world/refusal.ts'
import { isJsonObject, type JsonObject } from '../world/row.ts'
import { newGuid, type World } from '../world/world.ts'

/** One request under way, past the guard. */
export interface Exchange extends View {
  caller: Caller
  request: Request
  url: URL
  /** Path below `apis/3.0`. */
  path: string
}

/** API version that answers declare; a client may ask for an older one. */
export const apiVersion = '2025.1'

/** The headers every answer of the API carries. */
export function standardHeaders(world: World, accept: string | null): Record<string, string> {
  const asked = /version=(\d{4}\.\d+)/.exec(accept ?? '')?.[1] ?? apiVersion
  const version = asked < apiVersion ? asked : apiVersion
  return {
    'Content-Type': `application/vnd.connectwise.com+json; version=${version}`,
    'api-current-version': apiVersion,
    'x-cw-request-id': newGuid(world),
    'x-server-name': 'SANDBOX-WEB01',
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    'X-Frame-Options': 'SAMEORIGIN',
  }
}

/** A JSON answer with the standard headers. */
export function answer(
  world: World,
  request: Request,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  const text = status === 204 ? null : JSON.stringify(body)
  const standard = standardHeaders(world, request.headers.get('accept'))
  return new Response(text, { status, headers: { ...standard, ...headers } })
}

/** The JSON body of a request. Throws 415 for another content type and 400 for text that is not JSON. */
export async function jsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(vnd\.connectwise\.com\+)?json\b/i.test(type))
    throw new Refusal(415, 'UnsupportedMediaType', 'The request body must be application/json.')
  const text = await request.text()
  try {
    const parsed: unknown = JSON.parse(text)
    return parsed
  } catch {
    throw new Refusal(400, 'InvalidObject', 'The request body is not valid JSON.')
  }
}

/** The JSON object of a request. Throws 400 for any other JSON. */
export async function objectBody(request: Request): Promise<JsonObject> {
  const body = await jsonBody(request)
  if (!isJsonObject(body)) throw new Refusal(400, 'InvalidObject', 'The request body must be an object.')
  return body
}

/** The page ConnectWise's web server shows for a path it does not know. */
export function htmlNotFound(): Response {
  const html =
    '<!DOCTYPE html>\r\n<html><head><title>404 - File or directory not found.</title></head>\r\n' +
    '<body><div id="header"><h1>Server Error</h1></div><h2>404 - File or directory not found.</h2>\r\n' +
    '<h3>The resource you are looking for might have been removed or had its name changed.</h3></body></html>'
  return new Response(html, { status: 404, headers: { 'Content-Type': 'text/html' } })
}
