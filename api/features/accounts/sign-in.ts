import { eq } from 'drizzle-orm'
import type { Deps } from '#api/context.ts'
import { account } from '#api/db/schema/account.ts'
import type { Redirected, SignIn } from '#shared/contracts/account.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import { requireSound } from './authorization-request.ts'
import { checkPassword, type Proven } from './check-password.ts'
import { emailKey, normaliseEmail } from './email-key.ts'
import { enter, refused } from './enter.ts'
import { countAttempt, forgetAttempt } from './limit-attempts.ts'

/**
 * Signs in by e-mail address and password: a token, or where to go on for an extension that asked. Throws `too_many`
 * before any hash is made, `invalid` for an unsound request, and `not_signed_in` with one answer for every wrong pair.
 */
export async function signIn(
  deps: Deps,
  { email, password, request: asked }: SignIn,
  from: { address: string | null; request: string },
): Promise<SignedIn | Redirected> {
  if (asked !== undefined) requireSound(asked, deps)
  const key = emailKey(normaliseEmail(email))
  const attempt = { account: key, address: from.address }
  await countAttempt(deps, attempt)
  const proven = await checkPassword(deps, key, password)
  if (proven === null) throw refused()
  const fresh = await withCurrentCost(deps, proven, password)
  const entered = await enter(deps, { ...fresh, request: from.request }, asked)
  await forgetAttempt(deps, attempt)
  return entered
}

/** The password is at hand now alone: its hash is made anew where it was made at another cost. */
async function withCurrentCost(
  { db, passwords }: Pick<Deps, 'db' | 'passwords'>,
  proven: Proven,
  password: string,
): Promise<Proven> {
  if (!passwords.isOutdated(proven.passwordHash)) return proven
  const passwordHash = await passwords.hash(password)
  const [changed] = await db.asTeam(proven.team, (tx) =>
    tx
      .update(account)
      .set({ passwordHash })
      .where(eq(account.passwordHash, proven.passwordHash))
      .returning({ id: account.memberId }),
  )
  return changed === undefined ? proven : { ...proven, passwordHash }
}
