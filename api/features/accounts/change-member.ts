import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { Tx } from '#api/db/db.ts'
import { dropPasswordLinks, endSignIns } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { member } from '#api/db/schema/team.ts'
import { Problem } from '#api/problem.ts'
import type { Role } from '#shared/contracts/member.ts'
import { normaliseEmail } from './email-key.ts'
import type { Installation } from './installation.ts'
import { makePasswordLink } from './make-password-link.ts'

/** The member's name. Each of these throws `not_found` where no account has the address. */
interface Changed {
  name: string
}

/** Gives the member another role: in force at once here, within seconds in processes that serve. */
export async function changeRole(
  context: Installation,
  email: string,
  role: Role,
  lead: boolean,
): Promise<Changed> {
  return context.db.asTeam(context.team, async (tx) => {
    const { id, name, ...before } = await lockAccount(tx, email)
    const administers = role === 'super_admin' || role === 'team_admin'
    const after = { role, lead, companies: administers ? null : before.companies }
    await tx.update(member).set(after).where(eq(member.id, id))
    const { companies } = before
    await recordAudit(tx, context, 'member.rights_saved', id, {
      before: { role: before.role, lead: before.lead, companies },
      after,
    })
    return { name }
  })
}

/** Shuts the member out, in the pod too: every sign-in and link of theirs ends. Says how many sign-ins there were. */
export async function disableMember(
  context: Installation,
  email: string,
): Promise<Changed & { ended: number }> {
  return context.db.asTeam(context.team, async (tx) => {
    const { id, name } = await lockAccount(tx, email)
    await tx
      .update(member)
      .set({ disabledAt: new Date(context.clock.now()) })
      .where(eq(member.id, id))
    await dropPasswordLinks(tx, id)
    const ended = await endSignIns(tx, id)
    await recordAudit(tx, context, 'account.disabled', id, { ended })
    return { name, ended }
  })
}

/**
 * A new link for a member who forgot their password or was disabled, who is let in again by it. The old password
 * stays good until a new one is set, so that a reset that nobody asked for shuts nobody out.
 */
export async function resetPassword(
  context: Installation,
  email: string,
): Promise<Changed & { link: string }> {
  return context.db.asTeam(context.team, async (tx) => {
    const { id, name, disabledAt } = await lockAccount(tx, email)
    if (disabledAt !== null) {
      await tx.update(member).set({ disabledAt: null }).where(eq(member.id, id))
      await tx.update(account).set({ passwordHash: null }).where(eq(account.memberId, id))
      await recordAudit(tx, context, 'account.enabled', id)
    }
    return { name, link: await makePasswordLink(tx, context, id) }
  })
}

async function lockAccount(tx: Tx, email: string): Promise<typeof member.$inferSelect> {
  const [found] = await tx
    .select({ memberId: account.memberId })
    .from(account)
    .where(eq(account.email, normaliseEmail(email)))
  const [row] =
    found === undefined
      ? []
      : await tx.select().from(member).where(eq(member.id, found.memberId)).for('update')
  if (row === undefined)
    throw new Problem('not_found', `No account of this team has the address ${email}. Make one with "add".`)
  return row
}
