import type { TeamSettingsChange } from '#shared/contracts/member.ts'
import { asAdmin } from './sign-in.ts'

/** Changes settings of the demo's team, as its administrator would. */
export async function changeSettings(api: string, change: TeamSettingsChange): Promise<void> {
  const client = await asAdmin(api)
  await client.call('saveTeamSettings', { body: change })
}
