import type { Deps } from '#api/context.ts'
import { type Api, bare, serve } from '#api/http/serve.ts'
import { teamSettingsChangeSchema } from '#shared/contracts/member.ts'
import { readSettings } from './read-settings.ts'
import { saveSettings } from './save-settings.ts'

/** The team's own settings. */
export function teamRoutes(api: Api, deps: Deps): void {
  serve(api, deps, 'getTeamSettings', { ...bare, summary: 'Read the team’s settings' }, (context) =>
    readSettings(context),
  )
  serve(
    api,
    deps,
    'saveTeamSettings',
    {
      ...bare,
      summary: 'Change the team’s settings; what is left out keeps its value',
      body: teamSettingsChangeSchema,
    },
    (context, input) => saveSettings(context, input.body),
  )
}
