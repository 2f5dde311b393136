import type { Context } from './context.ts'
import type { Tx } from './db/db.ts'
import { audit } from './db/schema/team.ts'

/** Writes who did what, in the transaction of the change itself. Details hold ids and names, never texts. */
export async function recordAudit(
  tx: Tx,
  context: Pick<Context, 'team' | 'clock' | 'ids'> & { member: { id: string } | null },
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await tx.insert(audit).values({
    teamId: context.team,
    id: context.ids.uuid(),
    at: new Date(context.clock.now()),
    actor: context.member?.id ?? null,
    action,
    subject,
    details,
  })
}
