import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { CurrentMember, Deps } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { beginSignIn, giveCode, type Whose } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { member as memberTable } from '#api/db/schema/team.ts'
import { readMe } from '#api/features/members/read-me.ts'
import { toCurrentMember } from '#api/features/members/read-member.ts'
import { signedInAs } from '#api/features/members/renew-sign-in.ts'
import { Problem } from '#api/problem.ts'
import { signInLifetimeSeconds } from '#api/tokens/tokens.ts'
import type { AuthorizationRequest, Redirected } from '#shared/contracts/account.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import { boundTo, requireSound } from './authorization-request.ts'
import { codeMs, longestMs } from './lifetimes.ts'
import { hashOf, newSecret } from './secret-token.ts'

/** Who signs in, and by what: `passwordHash` where it was by password, checked against that hash. */
export interface Entering extends Whose {
  passwordHash?: string
  /** The id of the HTTP request. */
  request: string
}

/**
 * Signs a member in whose right to it was established: with a token for whoever came by themselves, with a code for
 * an extension that asked. Throws `not_signed_in` where the member was disabled or the password changed meanwhile,
 * `invalid` for an unsound request.
 */
export async function enter(
  deps: Deps,
  { team, member: id, passwordHash, request }: Entering,
  asked: AuthorizationRequest | undefined,
): Promise<SignedIn | Redirected> {
  if (asked !== undefined) requireSound(asked, deps)
  const signIn = deps.ids.uuid()
  const now = deps.clock.now()
  const code = newSecret(deps.ids)
  const member = await deps.db.asTeam(team, async (tx) => {
    const found = await lockMember(tx, id, passwordHash)
    const forCode = { until: new Date(now + codeMs), endsAt: new Date(now + longestMs) }
    const whole = new Date(now + signInLifetimeSeconds * 1_000)
    const lasts = asked === undefined ? { until: whole, endsAt: whole } : forCode
    await beginSignIn(tx, { id: signIn, member: id, ...lasts })
    if (asked !== undefined) {
      const bound = boundTo(asked.redirectUri, asked.codeChallenge)
      await giveCode(tx, hashOf(code), { signIn, bound, until: forCode.until })
    }
    const by = { client: asked?.clientId ?? 'page', by: passwordHash === undefined ? 'demo' : 'password' }
    await recordAudit(tx, { ...deps, team, member: found }, 'account.signed_in', id, { signIn, ...by })
    return found
  })
  if (asked !== undefined) {
    const to = new URL(asked.redirectUri)
    to.search = new URLSearchParams({ code, state: asked.state }).toString()
    return { redirectTo: to.href }
  }
  const { token, expiresIn } = await deps.tokens.issue({
    team,
    member: id,
    audience: 'page',
    signIn: { at: Math.floor(now / 1000), as: signedInAs(member) },
    signInId: signIn,
  })
  return { token, expiresIn, me: await readMe({ ...deps, team, member, request }) }
}

/** Held still until the sign-in stands: whoever disables the member or sets a password either ends it, or is seen here. */
async function lockMember(tx: Tx, id: string, passwordHash: string | undefined): Promise<CurrentMember> {
  const [row] = await tx.select().from(memberTable).where(eq(memberTable.id, id)).for('share')
  if (row === undefined || row.disabledAt !== null) throw refused()
  if (passwordHash !== undefined) {
    const [own] = await tx
      .select({ id: account.memberId })
      .from(account)
      .where(and(eq(account.memberId, id), eq(account.passwordHash, passwordHash)))
      .for('share')
    if (own === undefined) throw refused()
  }
  return toCurrentMember(row)
}

/** One answer for whatever was wrong. */
export const refused = () =>
  new Problem(
    'not_signed_in',
    'This e-mail address and this password do not go together. Check both; if you forgot the password, ask an administrator for a new link.',
  )
