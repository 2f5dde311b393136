import { recordAudit } from '#api/audit.ts'
import { authorise, type RowsContext } from '#api/context.ts'
import { team } from '#api/db/schema/team.ts'
import type { TeamSettings } from '#shared/contracts/member.ts'

/** Replaces the team's settings. Throws `forbidden`. */
export async function saveSettings(context: RowsContext, settings: TeamSettings): Promise<TeamSettings> {
  authorise(context, 'team.write')
  await context.db.asTeam(context.team, async (tx) => {
    await tx.update(team).set({ settings })
    await recordAudit(tx, context, 'team.settings_saved', context.team)
  })
  return settings
}
