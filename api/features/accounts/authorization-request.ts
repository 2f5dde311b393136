import type { Deps } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import type { AuthorizationRequest } from '#shared/contracts/account.ts'
import { hashOf } from './secret-token.ts'

/** The one client that asks for codes. */
const client = 'extension'

/** Where an extension's own browser takes a code to it; nobody else has that address. */
const redirectUriOf = (extensionId: string) => `https://${extensionId}.chromiumapp.org/`

/**
 * Throws `invalid`, saying what is wrong, unless this is a request of an extension that may sign people in: its exact
 * address, a state, and an S256 challenge (RFC 7636, RFC 9700).
 */
export function requireSound(
  request: AuthorizationRequest,
  { extensionIds }: Pick<Deps, 'extensionIds'>,
): void {
  const wrong = whatIsWrong(request, extensionIds)
  if (wrong !== null) throw new Problem('invalid', `This sign-in cannot go on: ${wrong}`)
}

function whatIsWrong(request: AuthorizationRequest, extensionIds: readonly string[]): string | null {
  if (request.clientId !== client) return 'the server does not know the program that asks for it.'
  if (!extensionIds.some((id) => request.redirectUri === redirectUriOf(id)))
    return 'this extension is not among those that the server accepts. Ask whoever looks after it to add its id.'
  if (request.responseType !== 'code') return 'the server gives codes only.'
  if (!/^[\x21-\x7e]{8,500}$/.test(request.state))
    return 'its state is missing. Begin again in the extension.'
  if (request.codeChallengeMethod !== 'S256') return 'its proof key must be by S256.'
  if (!/^[\w-]{43}$/.test(request.codeChallenge))
    return 'its proof key is missing. Begin again in the extension.'
  return null
}

/** The request that a query spells; a part that is missing or there twice is empty, which no request may be. */
export function requestIn(query: URLSearchParams): AuthorizationRequest {
  const one = (name: string) => {
    const [value, ...more] = query.getAll(name)
    return more.length === 0 ? (value ?? '') : ''
  }
  return {
    clientId: one('client_id'),
    redirectUri: one('redirect_uri'),
    responseType: one('response_type'),
    codeChallenge: one('code_challenge'),
    codeChallengeMethod: one('code_challenge_method'),
    state: one('state'),
  }
}

/** What a code is bound to: it is worth something to who asked for it alone. */
export const boundTo = (redirectUri: string, codeChallenge: string): string =>
  hashOf(`${client}|${redirectUri}|${codeChallenge}`)

/** The S256 challenge of a verifier. */
export const challengeOf = (verifier: string): string => hashOf(verifier)
