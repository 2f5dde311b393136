import { asc } from 'drizzle-orm'
import { authorise, type Context } from '#api/context.ts'
import { member } from '#api/db/schema/team.ts'
import type { MemberView } from '#shared/contracts/member.ts'

/** Every member of the team, disabled ones too, by name. */
export async function listMembers(context: Context): Promise<{ members: MemberView[] }> {
  authorise(context, 'member.manage')
  const rows = await context.db.asTeam(context.team, (tx) =>
    tx.select().from(member).orderBy(asc(member.name), asc(member.id)),
  )
  return { members: rows.map(toMemberView) }
}

/** A stored member as administrators see them. */
export function toMemberView(row: typeof member.$inferSelect): MemberView {
  const { id, name, email, psaIdentifier, role, lead, companies, disabledAt } = row
  return { id, name, email, psaIdentifier, role, lead, companies, disabled: disabledAt !== null }
}
