import { ApiError, type Client } from '#shared/client.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import type { Surroundings } from '#shared/sync/live-session.ts'
import type { Bearer } from './bearer.ts'

/** After an attempt that got no clear answer, in milliseconds. */
const pause = 15_000

/**
 * Renews a token from the middle of its life on, while it lasts, until the API refuses: the person was signed in for as
 * long as that may be, or is somebody else by now. Returns what stops it.
 */
export function staySignedIn(
  { client, token, after }: { client: Client; token: Bearer; after: Surroundings['after'] },
  first: SignedIn,
): () => void {
  let isOver = false
  const afterHalf = ({ expiresIn }: SignedIn) => after(expiresIn * 500, () => void renew())
  let stop = afterHalf(first)

  async function renew(): Promise<void> {
    if (token.current() === null) return
    try {
      const next = await client.call('renewSignIn')
      if (isOver) return
      token.take(next)
      stop = afterHalf(next)
    } catch (error) {
      if (!isOver && mayPass(error)) stop = after(pause, () => void renew())
    }
  }
  return () => {
    isOver = true
    stop()
  }
}

/** Anything but the API's own refusal. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError && /^(not_signed_in|forbidden|client_too_old)$/.test(error.code))
}
