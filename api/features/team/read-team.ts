import type { Context } from '#api/context.ts'
import { team } from '#api/db/schema/team.ts'
import { Problem } from '#api/problem.ts'

/** The team in context with its settings. */
export async function readTeam(context: Pick<Context, 'db' | 'team'>): Promise<typeof team.$inferSelect> {
  const [row] = await context.db.asTeam(context.team, (tx) => tx.select().from(team))
  if (row === undefined) throw new Problem('not_found', 'This team is no longer here.')
  return row
}
