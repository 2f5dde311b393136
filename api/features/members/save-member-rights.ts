import { eq } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import { authorise, type Context } from '#api/context.ts'
import { member } from '#api/db/schema/team.ts'
import { forgetMember } from '#api/http/authenticate.ts'
import { Problem } from '#api/problem.ts'
import type { MemberRights, MemberView, Role } from '#shared/contracts/member.ts'
import { toMemberView } from './list-members.ts'

/**
 * Sets a member's role, the lead capability and, for a co-managed member, the companies they see. In force for their
 * next request here, and within seconds in other processes. Throws `not_found`; `invalid` for one's own rights and for
 * an administrator of some companies; `forbidden` where only a super_admin may.
 */
export async function saveMemberRights(
  context: Context,
  id: string,
  rights: MemberRights,
): Promise<MemberView> {
  authorise(context, 'member.manage')
  const view = await context.db.asTeam(context.team, async (tx) => {
    const [before] = await tx.select().from(member).where(eq(member.id, id)).for('update')
    if (before === undefined) throw new Problem('not_found', 'This member is not here.')
    requireSuitable(context, before, rights)
    const [after] = await tx.update(member).set(rights).where(eq(member.id, id)).returning()
    const { role, lead, companies } = before
    await recordAudit(tx, context, 'member.rights_saved', id, {
      before: { role, lead, companies },
      after: rights,
    })
    return toMemberView(after ?? before)
  })
  forgetMember(context, id)
  return view
}

const administers = (role: Role) => role === 'super_admin' || role === 'team_admin'

function requireSuitable(
  { member: asking }: Context,
  before: { id: string; role: Role },
  { role, companies }: MemberRights,
): void {
  if (before.id === asking.id)
    throw new Problem('invalid', 'Nobody changes their own rights: ask another administrator.')
  if ((role === 'super_admin' || before.role === 'super_admin') && asking.role !== 'super_admin')
    throw new Problem('forbidden', 'Only a super_admin makes or changes another one.')
  if (companies !== null && administers(role))
    throw new Problem(
      'invalid',
      'An administrator sees every company: choose another role for a co-managed member.',
    )
}
