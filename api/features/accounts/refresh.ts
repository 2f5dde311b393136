import { recordAudit } from '#api/audit.ts'
import type { Deps } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import {
  endSignIn,
  type LockedRefreshToken,
  lockRefreshToken,
  spendRefreshToken,
  teamOfRefreshToken,
} from '#api/db/directory-of-sign-ins.ts'
import { findMember } from '#api/features/members/read-member.ts'
import { forgetMember } from '#api/http/authenticate.ts'
import { Problem } from '#api/problem.ts'
import { decideRefresh } from './decide-refresh.ts'
import { idleMs } from './lifetimes.ts'
import type { Granted } from './redeem-code.ts'
import { hashOf, successorOf } from './secret-token.ts'

/**
 * Exchanges a refresh token for the next one. Within its grace a token that was used brings the same successor again;
 * later it ends the whole sign-in, since two hold it then. Throws `not_signed_in`.
 */
export async function refresh(deps: Deps, refreshToken: string): Promise<Granted> {
  const hash = hashOf(refreshToken)
  const team = await teamOfRefreshToken(deps.db, hash)
  if (team === null) throw refused()
  let revoked: string | null = null
  const granted = await deps.db.asTeam(team, async (tx) => {
    const token = await lockRefreshToken(tx, hash)
    if (token === null) return null
    const decision = decideRefresh(token, deps.clock.now())
    if (decision === 'revoke') {
      await endSignIn(tx, token.signIn)
      revoked = token.member
      const { signIn } = token
      const context = { ...deps, team, member: null }
      await recordAudit(tx, context, 'account.token_reused', token.member, { signIn })
    }
    if (decision === 'revoke' || decision === 'refuse') return null
    const member = await findMember(tx, token.member)
    const next = await nextOf(deps, tx, refreshToken, token, decision)
    return member === null || next === null
      ? null
      : { team, signIn: token.signIn, member, refreshToken: next }
  })
  if (revoked !== null) forgetMember({ ...deps, team }, revoked)
  if (granted === null) throw refused()
  return granted
}

/** The next token, new or given before; null where the key that made it before is no longer configured. */
async function nextOf(
  { secrets, clock }: Pick<Deps, 'secrets' | 'clock'>,
  tx: Tx,
  refreshToken: string,
  { successor }: LockedRefreshToken,
  decision: 'rotate' | 'repeat',
): Promise<string | null> {
  const possible = secrets.derive('refresh tokens').map(({ key }) => successorOf(refreshToken, key))
  if (decision === 'repeat') return possible.find((token) => hashOf(token) === successor) ?? null
  const [next] = possible
  if (next === undefined) return null
  const now = clock.now()
  await spendRefreshToken(tx, hashOf(refreshToken), hashOf(next), new Date(now), new Date(now + idleMs))
  return next
}

const refused = () => new Problem('not_signed_in', 'This sign-in has ended. Sign in again to go on.')
