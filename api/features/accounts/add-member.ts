import { eq, or, sql } from 'drizzle-orm'
import { recordAudit } from '#api/audit.ts'
import type { Tx } from '#api/db/db.ts'
import { setAccountEmail } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { member, team } from '#api/db/schema/team.ts'
import { Problem } from '#api/problem.ts'
import type { Role } from '#shared/contracts/member.ts'
import { emailKey, normaliseEmail } from './email-key.ts'
import type { Installation } from './installation.ts'
import { makePasswordLink } from './make-password-link.ts'

export interface NewAccount {
  email: string
  name: string
  role: Role
  /** Their identifier in ConnectWise, where they have one. */
  identifier: string | null
}

/** A member with an account, and the link with which they set their password. */
export interface Added {
  member: string
  name: string
  role: Role
  /** Whether they were a member before, as who came by the pod is. */
  wasThere: boolean
  link: string
}

/**
 * Gives somebody an account: the member who has this ConnectWise identifier or address already, else a new one. Who is
 * a member already keeps name and role. Throws `not_found` where there is no such team, `conflict` where the address
 * is another account's or address and identifier are two members', `invalid` for what is no address.
 */
export async function addMember(context: Installation, wanted: NewAccount): Promise<Added> {
  const email = normaliseEmail(wanted.email)
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
    throw new Problem('invalid', `"${wanted.email}" is no e-mail address.`)
  const createdAt = new Date(context.clock.now())
  return context.db.asTeam(context.team, async (tx) => {
    const found = await findKnown(tx, email, wanted.identifier)
    const row = found ?? (await insertMember(tx, context, email, wanted))
    const { id, name, role } = row
    if (!(await setAccountEmail(tx, emailKey(email), id)))
      throw new Problem('conflict', `There is an account with ${email} already.`)
    await tx
      .insert(account)
      .values({ teamId: context.team, memberId: id, email, createdAt })
      .onConflictDoUpdate({ target: [account.teamId, account.memberId], set: { email } })
    await recordAudit(tx, context, 'account.added', id, { role })
    return { member: id, name, role, wasThere: found !== null, link: await makePasswordLink(tx, context, id) }
  })
}

type Row = typeof member.$inferSelect

async function findKnown(tx: Tx, email: string, identifier: string | null): Promise<Row | null> {
  const hasEmail = sql`lower(${member.email}) = ${email}`
  const rows = await tx
    .select()
    .from(member)
    .where(
      identifier === null
        ? hasEmail
        : or(hasEmail, sql`lower(${member.psaIdentifier}) = ${identifier.toLowerCase()}`),
    )
  const [first, second] = rows
  if (first === undefined) return null
  const isOther =
    identifier !== null && first.psaIdentifier !== null && !same(first.psaIdentifier, identifier)
  if (second !== undefined || isOther)
    throw new Problem('conflict', 'This address and this ConnectWise identifier belong to different members.')
  if (first.disabledAt !== null)
    throw new Problem('conflict', `${first.name} is disabled. Enable them with "reset" first.`)
  if (identifier === null || first.psaIdentifier !== null) return first
  await tx.update(member).set({ psaIdentifier: identifier }).where(eq(member.id, first.id))
  return { ...first, psaIdentifier: identifier }
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

async function insertMember(
  tx: Tx,
  context: Installation,
  email: string,
  { name, role, identifier }: NewAccount,
): Promise<Row> {
  const [owner] = await tx.select().from(team)
  if (owner === undefined)
    throw new Problem('not_found', `There is no team ${context.team}. "npm run connect" printed its id.`)
  const values = {
    teamId: context.team,
    id: context.ids.uuid(),
    name,
    email,
    role,
    psaIdentifier: identifier,
    timeZone: owner.timeZone,
    createdAt: new Date(context.clock.now()),
  }
  const [row] = await tx.insert(member).values(values).returning()
  if (row === undefined) throw new Error('The member was not written.')
  return row
}
