import { demoCredentials } from '../create-sandbox.ts'
import type { Credentials } from '../world/world.ts'
import { at, goodHeaders, type Reply, type TestDesk } from './desk-client.ts'
import { type Endpoint, endpoints } from './endpoints.ts'
import { exampleBodies } from './example-bodies.ts'

/** A legacy integrator login, which alone may make tokens. */
export const integrator: Credentials = {
  company: demoCredentials.company,
  publicKey: 'legacylogin',
  privateKey: 'legacysecret',
  member: 'flowapi',
  integrator: true,
}

/** Headers of the integrator login. */
export const integratorHeaders: Record<string, string> = {
  ...goodHeaders,
  authorization: `Basic ${btoa(`${integrator.company}+${integrator.publicKey}:${integrator.privateKey}`)}`,
  'x-cw-usertype': 'member',
}

/** The headers with which an endpoint can be called. */
export const headersOf = (endpoint: Endpoint): Record<string, string> =>
  endpoint.path.endsWith('/tokens') ? integratorHeaders : goodHeaders

/** The query without which an endpoint refuses every call. */
export const queryOf = (endpoint: Endpoint): string =>
  endpoint.path.startsWith('/system/audittrail') ? '?type=Ticket' : ''

/**
 * A path of the table with real numbers in it: of the first record of each collection, except that the last one, where
 * the method is about that record, is made new.
 */
export async function realPath(
  desk: TestDesk,
  { path, method }: Pick<Endpoint, 'path' | 'method'>,
): Promise<string> {
  let real = ''
  let pattern = ''
  const segments = path.split('/').slice(1)
  for (const [index, segment] of segments.entries()) {
    const isNew = index === segments.length - 1 && method !== 'GET'
    real += segment.startsWith('{')
      ? `/${await idIn(desk, real, pattern, isNew, segment === '{memberIdentifier}')}`
      : `/${segment}`
    pattern += `/${segment}`
  }
  return real
}

async function idIn(desk: TestDesk, real: string, pattern: string, isNew: boolean, byName: boolean) {
  const takesNew = endpoints.some((known) => known.path === pattern && known.method === 'POST')
  const made = (isNew && takesNew) || at((await desk.call('GET', real)).body, '0') === undefined
  if (made) return at((await desk.call('POST', real, exampleBodies[pattern])).body, 'id')
  return at((await desk.call('GET', real)).body, byName ? '0/identifier' : '0/id')
}

/** A body with which the endpoint succeeds; for a change, the record as it is. Undefined where it takes none. */
export async function bodyFor(desk: TestDesk, { path, method }: Endpoint, real: string): Promise<unknown> {
  if (method === 'POST') return exampleBodies[path]
  if (method === 'GET' || method === 'DELETE') return undefined
  const { body } = await desk.call('GET', real)
  if (method === 'PUT') return body
  const candidates = [
    'summary',
    'name',
    'text',
    'notes',
    'description',
    'value',
    'firstName',
    'hours',
    'identifier',
  ]
  const field = candidates.find((one) => at(body, one) !== undefined) ?? 'status'
  return [{ op: 'replace', path: field, value: at(body, field) ?? null }]
}

/** Calls an endpoint in the way in which it succeeds. */
export async function callEndpoint(desk: TestDesk, endpoint: Endpoint): Promise<Reply> {
  const real = await realPath(desk, endpoint)
  const body = await bodyFor(desk, endpoint, real)
  return await desk.call(endpoint.method, `${real}${queryOf(endpoint)}`, body, headersOf(endpoint))
}
