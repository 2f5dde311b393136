import { authorise, type RowsContext } from '#api/context.ts'
import type { TeamSettings } from '#shared/contracts/member.ts'
import { readTeam } from './read-team.ts'

/** The team's settings. */
export async function readSettings(context: RowsContext): Promise<TeamSettings> {
  authorise(context, 'team.read')
  return (await readTeam(context)).settings
}
