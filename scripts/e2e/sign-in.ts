import { z } from 'zod'
import { type Client, createClient } from '#shared/client.ts'

const members = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) })
const signedIn = z.object({ token: z.string() })

/** The demo's API as its administrator. */
export async function asAdmin(api: string): Promise<Client> {
  const listed = members.parse(await (await fetch(`${api}/demo/members`)).json())
  const admin = listed.members.find(({ role }) => role === 'team_admin')
  const answer = await fetch(`${api}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: admin?.id }),
  })
  const { token } = signedIn.parse(await answer.json())
  return createClient({ base: api, fetch, token: async () => token })
}
