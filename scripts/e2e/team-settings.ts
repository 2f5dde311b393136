import { type TeamSettings, teamSettingsSchema } from '#shared/contracts/member.ts'
import { asAdmin } from './sign-in.ts'

/** Changes settings of the demo's team, as its administrator would. */
export async function changeSettings(api: string, change: Partial<TeamSettings>): Promise<void> {
  const client = await asAdmin(api)
  const settings = teamSettingsSchema.parse(await client.call('getTeamSettings'))
  await client.call('saveTeamSettings', { body: { ...settings, ...change } })
}
