import type { SignedIn } from '#shared/contracts/member.ts'

export interface Opener {
  readonly closed: boolean
  postMessage(message: unknown, targetOrigin: string): void
}

/** The nonce that the opener put into this page's address, or null where it was opened by itself. */
export function nonceIn(search: string): string | null {
  const nonce = new URLSearchParams(search).get('nonce')
  return nonce && /^[\w-]{8,100}$/.test(nonce) ? nonce : null
}

/**
 * Hands the token to the window that opened this page, on the API's own origin and no other, with the nonce that
 * window chose. False where there is none, or it was closed meanwhile.
 */
export function handOver(
  opener: Opener | null,
  origin: string,
  nonce: string | null,
  signedIn: SignedIn,
): boolean {
  if (!opener || opener.closed || nonce === null) return false
  opener.postMessage({ type: 'resolutionflow.signed-in', nonce, signedIn }, origin)
  return true
}
