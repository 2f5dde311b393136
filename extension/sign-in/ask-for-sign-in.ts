import { base64url, proofKey } from './pkce.ts'

/** What the sign-in page sent back: a code to be exchanged together with the verifier. */
export interface Granted {
  code: string
  verifier: string
  redirectUri: string
}

export interface AskPlace {
  api: string
  identity: {
    getRedirectURL(): string
    launchWebAuthFlow(flow: { url: string; interactive: boolean }): Promise<string | undefined>
  }
  random: (bytes: number) => Uint8Array
}

/**
 * Opens the API's sign-in page in a window of the browser's own and resolves once a person has signed in. Only an
 * answer to this very question counts. Rejects with a sentence to show where the window was closed or answered wrongly.
 */
export async function askForSignIn({ api, identity, random }: AskPlace): Promise<Granted> {
  const redirectUri = identity.getRedirectURL()
  const { verifier, challenge } = await proofKey(random(32))
  const state = base64url(random(16))
  const query = new URLSearchParams({
    client_id: 'extension',
    response_type: 'code',
    redirect_uri: redirectUri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state,
  })
  const landed = await identity
    .launchWebAuthFlow({ url: `${api}/authorize?${query}`, interactive: true })
    .catch(() => undefined)
  if (landed === undefined)
    throw new Error('The sign-in window was closed. Sign in again when you are ready.')
  const answer = URL.parse(landed)?.searchParams
  const code = answer?.get('code')
  if (!landed.startsWith(redirectUri) || answer?.get('state') !== state || !code)
    throw new Error('The sign-in page gave an answer that does not belong to this sign-in. Sign in again.')
  return { code, verifier, redirectUri }
}
