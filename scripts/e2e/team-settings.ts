import { z } from 'zod'
import { createClient } from '#shared/client.ts'
import { type TeamSettings, teamSettingsSchema } from '#shared/contracts/member.ts'

const members = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) })
const signedIn = z.object({ token: z.string() })

/** Changes settings of the demo's team, as its administrator would. */
export async function changeSettings(api: string, change: Partial<TeamSettings>): Promise<void> {
  const listed = members.parse(await (await fetch(`${api}/demo/members`)).json())
  const admin = listed.members.find(({ role }) => role === 'team_admin')
  const answer = await fetch(`${api}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: admin?.id }),
  })
  const { token } = signedIn.parse(await answer.json())
  const client = createClient({ base: api, fetch, token: async () => token })
  const settings = teamSettingsSchema.parse(await client.call('getTeamSettings'))
  await client.call('saveTeamSettings', { body: { ...settings, ...change } })
}
