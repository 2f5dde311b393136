import { and, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { Context, CurrentMember, Deps } from '#api/context.ts'
import type { Tx } from '#api/db/db.ts'
import { member, team } from '#api/db/schema/team.ts'
import type { PsaMember } from '#api/ports/psa.ts'
import { toCurrentMember } from './read-member.ts'

/**
 * Our member for a verified member of the ticket system: by identifier, else by e-mail (and linked from then on),
 * else a new engineer where the team lets members join themselves. Null where there is none, or it is disabled.
 */
export async function mapMember(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  teamId: string,
  verified: PsaMember,
): Promise<CurrentMember | null> {
  return deps.db.asTeam(teamId, async (tx) => {
    const context = { ...deps, team: teamId, member: null }
    const found = (await byIdentifier(tx, verified)) ?? (await linkByEmail(tx, context, verified))
    // Nobody inserted: the same person signed in elsewhere at this moment.
    const row = found ?? (await join(tx, context, verified)) ?? (await byIdentifier(tx, verified))
    return row === undefined || row.disabledAt !== null ? null : toCurrentMember(row)
  })
}

type Row = typeof member.$inferSelect
type JoinContext = Pick<Context, 'team' | 'clock' | 'ids'> & { member: null }

async function byIdentifier(tx: Tx, { identifier }: PsaMember): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(member)
    .where(sql`lower(${member.psaIdentifier}) = ${identifier.toLowerCase()}`)
  return row
}

async function linkByEmail(
  tx: Tx,
  context: JoinContext,
  { email, identifier }: PsaMember,
): Promise<Row | undefined> {
  if (email === null) return undefined
  const isWaiting = and(
    sql`lower(${member.email}) = ${email.toLowerCase()}`,
    isNull(member.psaIdentifier),
    isNull(member.disabledAt),
  )
  const [row] = await tx.update(member).set({ psaIdentifier: identifier }).where(isWaiting).returning()
  if (row !== undefined) await recordAudit(tx, context, 'member.linked', row.id, { identifier })
  return row
}

async function join(tx: Tx, context: JoinContext, verified: PsaMember): Promise<Row | undefined> {
  const [owner] = await tx.select().from(team)
  if (owner === undefined || !owner.settings.membersJoinThemselves) return undefined
  const [row] = await tx
    .insert(member)
    .values({
      teamId: context.team,
      id: context.ids.uuid(),
      name: verified.name,
      email: verified.email,
      role: 'engineer',
      psaIdentifier: verified.identifier,
      timeZone: verified.timeZone ?? owner.timeZone,
      createdAt: new Date(context.clock.now()),
    })
    .onConflictDoNothing()
    .returning()
  if (row !== undefined)
    await recordAudit(tx, context, 'member.joined', row.id, { identifier: verified.identifier })
  return row
}
