import { recordAudit } from '#api/audit.ts'
import { authorise, type RowsContext } from '#api/context.ts'
import { team } from '#api/db/schema/team.ts'
import { Problem } from '#api/problem.ts'
import type { TeamSettings, TeamSettingsChange } from '#shared/contracts/member.ts'

/** Changes what `change` names and keeps the other settings; gives all of them. Throws `forbidden`. */
export async function saveSettings(context: RowsContext, change: TeamSettingsChange): Promise<TeamSettings> {
  authorise(context, 'team.write')
  return context.db.asTeam(context.team, async (tx) => {
    const [row] = await tx.select({ settings: team.settings }).from(team).for('update')
    if (row === undefined) throw new Problem('not_found', 'This team is no longer here.')
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const settings: TeamSettings = { ...row.settings, ...Object.fromEntries(given) }
    await tx.update(team).set({ settings })
    await recordAudit(tx, context, 'team.settings_saved', context.team)
    return settings
  })
}
