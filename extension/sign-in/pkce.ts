/** A proof key for one sign-in, by RFC 7636: the verifier stays here, its challenge goes ahead. */
export interface ProofKey {
  verifier: string
  challenge: string
}

/** Makes one of 32 random bytes. */
export async function proofKey(random: Uint8Array): Promise<ProofKey> {
  const verifier = base64url(random)
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return { verifier, challenge: base64url(new Uint8Array(hash)) }
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
