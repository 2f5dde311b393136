import { authorise, type Context } from '#api/context.ts'
import { readTeam } from '#api/features/team/read-team.ts'
import type { Me } from '#shared/contracts/member.ts'

/** Who is signed in, in which team, and what the API's clock says. */
export async function readMe(context: Context): Promise<Me> {
  authorise(context, 'team.read')
  const { teamId, name, timeZone, settings } = await readTeam(context)
  return {
    member: context.member,
    team: {
      id: teamId,
      name,
      timeZone,
      redactionTerms: settings.redactionTerms,
      noteSizeLimit: settings.noteSizeLimit,
      roundMinutesTo: settings.roundMinutesTo,
      beforeSave: settings.beforeSave,
    },
    now: context.clock.now(),
  }
}
