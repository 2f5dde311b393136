import type { Deps } from '#api/context.ts'
import { saveSettings } from '#api/features/team/save-settings.ts'
import { firstAdmin } from '#scripts/flow/first-admin.ts'
import type { Change } from './ask.ts'

/**
 * Switches a setting of a team in the name of its first administrator and says what that means. Throws where there is
 * no such team.
 */
export async function changeSetting(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { team, beforeSave }: Change,
  print: (line: string) => void,
): Promise<void> {
  const context = { ...deps, team, member: await firstAdmin(deps.db, team) }
  await saveSettings(context, { beforeSave })
  print(
    beforeSave
      ? 'From their next sign-in on, pods hear of Save in ConnectWise and remind of steps that are not posted. They hold no save up.'
      : 'From their next sign-in on, pods do not listen to Save in ConnectWise.',
  )
}
