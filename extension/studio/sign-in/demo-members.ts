import type { Role, SignedIn } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'

export interface DemoMember {
  id: string
  name: string
  role: Role
}

/** The members that the demo offers; none where there is no demo. Throws where the API does not answer. */
export async function demoMembers(host: StudioHost): Promise<DemoMember[]> {
  if (!host.demo) return []
  const answer = await host.fetch(`${host.api}/demo/members`)
  if (!answer.ok) return []
  const reply: unknown = await answer.json()
  const members = typeof reply === 'object' && reply !== null && 'members' in reply ? reply.members : []
  return Array.isArray(members) ? members.filter(isMember) : []
}

/** Signs in as a member of the demo. Throws where the API refuses. */
export async function signInToDemo(host: StudioHost, member: string): Promise<SignedIn> {
  const answer = await host.fetch(`${host.api}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member }),
  })
  if (!answer.ok) throw new Error('The demo did not sign you in.')
  return answer.json()
}

function isMember(value: unknown): value is DemoMember {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'role' in value
}
