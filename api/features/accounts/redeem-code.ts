import { recordAudit } from '#api/audit.ts'
import type { CurrentMember, Deps } from '#api/context.ts'
import { endSignIn, lockCode, takeCode, teamOfCode } from '#api/db/directory-of-sign-ins.ts'
import { findMember } from '#api/features/members/read-member.ts'
import { forgetMember } from '#api/http/authenticate.ts'
import { Problem } from '#api/problem.ts'
import type { TakeToken } from '#shared/contracts/account.ts'
import { boundTo, challengeOf } from './authorization-request.ts'
import { idleMs } from './lifetimes.ts'
import { hashOf, newSecret } from './secret-token.ts'

/** A sign-in with the refresh token that goes on with it. */
export interface Granted {
  team: string
  signIn: string
  member: CurrentMember
  refreshToken: string
}

/**
 * Exchanges a code, once and within a minute, by the verifier of the challenge it was given against. Throws
 * `not_signed_in` otherwise; the sign-in that a wrongly or twice presented code belongs to ends.
 */
export async function redeemCode(
  deps: Deps,
  { code, verifier, redirectUri }: Extract<TakeToken, { grant: 'authorization_code' }>,
): Promise<Granted> {
  const hash = hashOf(code)
  const team = await teamOfCode(deps.db, hash)
  if (team === null) throw refused()
  const now = deps.clock.now()
  const refreshToken = newSecret(deps.ids)
  let refusedTo: string | null = null
  const granted = await deps.db.asTeam(team, async (tx) => {
    const found = await lockCode(tx, hash)
    if (found === null) return null
    const { signIn } = found
    const isBound = found.bound === boundTo(redirectUri, challengeOf(verifier))
    const member = await findMember(tx, found.member)
    if (found.taken || !isBound || found.until <= now || member === null) {
      const why = found.taken ? 'used twice' : isBound ? 'too late' : 'not theirs'
      refusedTo = found.member
      await endSignIn(tx, signIn)
      await recordAudit(tx, { ...deps, team, member: null }, 'account.code_refused', found.member, {
        signIn,
        why,
      })
      return null
    }
    await takeCode(tx, hash, hashOf(refreshToken), new Date(now), new Date(now + idleMs))
    return { team, signIn, member, refreshToken }
  })
  if (refusedTo !== null) forgetMember({ ...deps, team }, refusedTo)
  if (granted === null) throw refused()
  return granted
}

const refused = () =>
  new Problem(
    'not_signed_in',
    'This sign-in was not finished in time, or it was used already. Sign in again.',
  )
