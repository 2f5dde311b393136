import type { LockedRefreshToken } from '#api/db/directory-of-sign-ins.ts'
import { graceMs } from './lifetimes.ts'

/**
 * What a refresh token that was brought deserves:
 * - `rotate`: it is the newest, its successor is given;
 * - `repeat`: it was used a moment ago and its successor was not, so whoever used it may have died before keeping that;
 * - `refuse`: its sign-in has ended, or it comes a moment after a successor that is in use, as a request under way at
 *   a death may; it brings nothing, so nobody gains by it;
 * - `revoke`: it was used long ago, so two hold it: the sign-in ends for both.
 */
export type RefreshDecision = 'rotate' | 'repeat' | 'refuse' | 'revoke'

/** Decides; `now` in milliseconds since 1970. */
export function decideRefresh(
  token: Pick<LockedRefreshToken, 'until' | 'usedAt' | 'goneOn'>,
  now: number,
): RefreshDecision {
  if (token.until <= now) return 'refuse'
  if (token.usedAt === null) return 'rotate'
  if (now - token.usedAt > graceMs) return 'revoke'
  return token.goneOn ? 'refuse' : 'repeat'
}
