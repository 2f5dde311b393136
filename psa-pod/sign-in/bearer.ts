import type { SignedIn } from '#shared/contracts/member.ts'

/** A token that expires sooner than this, in milliseconds, is not used any more. */
const margin = 30_000

/** The bearer token, in this page's memory and nowhere else. */
export interface Bearer {
  take(signedIn: SignedIn): void
  /** The token while it lasts, else null. */
  current(): string | null
}

/** One without a token yet; `now` is in milliseconds. */
export function bearer(now: () => number): Bearer {
  let token: string | null = null
  let until = 0
  return {
    take(signedIn) {
      token = signedIn.token
      until = now() + signedIn.expiresIn * 1_000
    },
    current: () => (now() < until - margin ? token : null),
  }
}
