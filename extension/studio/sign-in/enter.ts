import type { AuthorizationRequest, Redirected } from '#shared/contracts/account.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'
import { isRecord, post } from './call-api.ts'

/** What a sign-in brings: a token, or for an extension the address to go on to. */
export type Entered = SignedIn | Redirected

/** Signs in by e-mail and password. Throws Refusal where the API says no. */
export function enterByPassword(
  host: StudioHost,
  given: { email: string; password: string },
  request: AuthorizationRequest | null,
): Promise<Entered> {
  return enter(host, '/sign-in', given, request)
}

/** Signs in as a member of the demo. Throws Refusal where the API says no. */
export function enterDemo(
  host: StudioHost,
  member: string,
  request: AuthorizationRequest | null,
): Promise<Entered> {
  return enter(host, '/demo/sign-in', { member }, request)
}

async function enter(
  host: StudioHost,
  path: string,
  given: object,
  request: AuthorizationRequest | null,
): Promise<Entered> {
  const reply = await post(host, path, { ...given, ...(request && { request }) })
  if (request === null && isSignedIn(reply)) return reply
  if (request !== null && isRedirected(reply, request)) return reply
  throw new Error('The server answered something else.')
}

/** The API made it; the parts looked at tell it from the answer of something else. */
function isSignedIn(value: unknown): value is SignedIn {
  if (!isRecord(value)) return false
  return typeof value.token === 'string' && typeof value.expiresIn === 'number' && isRecord(value.me)
}

/** Only ever the address that was asked for. */
function isRedirected(value: unknown, { redirectUri }: AuthorizationRequest): value is Redirected {
  return (
    isRecord(value) &&
    typeof value.redirectTo === 'string' &&
    redirectUri.startsWith('https://') &&
    value.redirectTo.startsWith(`${redirectUri}?`)
  )
}

/** The request that the address of `/authorize` holds; the API has looked at it before it served this page. */
export function requestIn(search: string): AuthorizationRequest {
  const query = new URLSearchParams(search)
  const part = (name: string) => query.get(name) ?? ''
  return {
    clientId: part('client_id'),
    redirectUri: part('redirect_uri'),
    responseType: part('response_type'),
    codeChallenge: part('code_challenge'),
    codeChallengeMethod: part('code_challenge_method'),
    state: part('state'),
  }
}
