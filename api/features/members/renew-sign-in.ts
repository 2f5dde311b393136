import { recordAudit } from '#api/audit.ts'
import { authorise, type Context, type CurrentMember } from '#api/context.ts'
import { Problem } from '#api/problem.ts'
import { signInLifetimeSeconds, type TokenClaims } from '#api/tokens/tokens.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import { readMe } from './read-me.ts'
import { readSignedIn } from './read-member.ts'

/** The new token is no use where its sign-in ends sooner than this, in seconds. */
const shortest = 60

/** A member's standing as a sign-in remembers it. */
export function signedInAs({ role, lead }: Pick<CurrentMember, 'role' | 'lead'>): string {
  return lead ? `${role}+lead` : role
}

/**
 * A new token for the bearer of one that still lasts and goes back to a person's own sign-in, at most 12 hours after
 * that. Throws `not_signed_in` for a token of another kind, after that time, and once the member is disabled or is
 * something else than when they signed in.
 */
export async function renewSignIn(context: Context, claims: TokenClaims): Promise<SignedIn> {
  authorise(context, 'sign_in.renew')
  const { db, team, clock } = context
  const { signIn } = claims
  if (signIn === undefined) throw refused('This sign-in is renewed by ConnectWise alone. Reload the ticket.')
  if (clock.now() / 1000 > signIn.at + signInLifetimeSeconds - shortest)
    throw refused('You signed in 12 hours ago. Sign in again to go on.')
  // Read anew: what requests remember of a member may be some seconds old.
  const member = await readSignedIn(context, claims)
  if (member === null || signedInAs(member) !== signIn.as)
    throw refused('Your account has changed since you signed in. Sign in again to go on.')
  const issued = await context.tokens.issue(claims)
  await db.asTeam(team, (tx) => recordAudit(tx, { ...context, member }, 'member.renewed', member.id))
  return { ...issued, me: await readMe({ ...context, member }) }
}

const refused = (words: string) => new Problem('not_signed_in', words)
