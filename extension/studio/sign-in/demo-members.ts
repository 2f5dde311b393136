import type { Role, SignedIn } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'
import { words } from '../words.ts'

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
  const reply: unknown = await answer.json()
  if (!isSignedIn(reply)) throw new Error('The demo answered something else.')
  return reply
}

const known = Object.keys(words.roles)

function isMember(value: unknown): value is DemoMember {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return false
  return typeof value.role === 'string' && known.includes(value.role)
}

/** The API made it; the parts looked at tell it from the answer of something else. */
function isSignedIn(value: unknown): value is SignedIn {
  if (!isRecord(value)) return false
  return typeof value.token === 'string' && typeof value.expiresIn === 'number' && isRecord(value.me)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
