import { recordAudit } from '#api/audit.ts'
import type { Deps } from '#api/context.ts'
import { endSignIn, lockRefreshToken, teamOfRefreshToken } from '#api/db/directory-of-sign-ins.ts'
import { forgetMember } from '#api/http/authenticate.ts'
import { hashOf } from './secret-token.ts'

/**
 * Ends the sign-in that a refresh token belongs to, whether it is the newest or not, its access tokens too. A token
 * of no sign-in ends nothing and is answered the same.
 */
export async function signOut(deps: Deps, refreshToken: string): Promise<Record<string, never>> {
  const hash = hashOf(refreshToken)
  const team = await teamOfRefreshToken(deps.db, hash)
  if (team === null) return {}
  const ended = await deps.db.asTeam(team, async (tx) => {
    const token = await lockRefreshToken(tx, hash)
    if (token === null) return null
    const { signIn, member } = token
    await endSignIn(tx, signIn)
    await recordAudit(tx, { ...deps, team, member: { id: member } }, 'account.signed_out', member, { signIn })
    return member
  })
  if (ended !== null) forgetMember({ ...deps, team }, ended)
  return {}
}
