import { and, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { CurrentMember, Deps } from '#api/context.ts'
import { member, team } from '#api/db/schema/team.ts'
import type { PsaMember } from '#api/ports/psa.ts'
import { toCurrentMember } from './read-member.ts'

/**
 * Our member for a verified member of the ticket system: by identifier, else by e-mail (and linked from then on),
 * else a new engineer where the team lets members join themselves. Null where there is none, or it is disabled.
 */
export async function mapMember(
  deps: Deps,
  teamId: string,
  verified: PsaMember,
): Promise<CurrentMember | null> {
  return deps.db.asTeam(teamId, async (tx) => {
    const { identifier } = verified
    const [known] = await tx
      .select()
      .from(member)
      .where(sql`lower(${member.psaIdentifier}) = ${identifier.toLowerCase()}`)
    if (known !== undefined) return known.disabledAt === null ? toCurrentMember(known) : null
    const context = { ...deps, team: teamId, member: null }
    if (verified.email !== null) {
      const [linked] = await tx
        .update(member)
        .set({ psaIdentifier: identifier })
        .where(
          and(
            sql`lower(${member.email}) = ${verified.email.toLowerCase()}`,
            isNull(member.psaIdentifier),
            isNull(member.disabledAt),
          ),
        )
        .returning()
      if (linked !== undefined) {
        await recordAudit(tx, context, 'member.linked', linked.id, { identifier })
        return toCurrentMember(linked)
      }
    }
    const [owner] = await tx.select().from(team).where(eq(team.teamId, teamId))
    if (owner === undefined || !owner.settings.membersJoinThemselves) return null
    const [joined] = await tx
      .insert(member)
      .values({
        teamId,
        id: deps.ids.uuid(),
        name: verified.name,
        email: verified.email,
        role: 'engineer',
        psaIdentifier: identifier,
        timeZone: verified.timeZone ?? owner.timeZone,
        createdAt: new Date(deps.clock.now()),
      })
      .returning()
    if (joined === undefined) return null
    await recordAudit(tx, context, 'member.joined', joined.id, { identifier })
    return toCurrentMember(joined)
  })
}
