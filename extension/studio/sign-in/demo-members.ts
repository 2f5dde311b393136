import type { Role } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'
import { words } from '../words.ts'
import { isRecord } from './call-api.ts'

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
  const members = isRecord(reply) ? reply.members : []
  return Array.isArray(members) ? members.filter(isMember) : []
}

const known = Object.keys(words.roles)

function isMember(value: unknown): value is DemoMember {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return false
  return typeof value.role === 'string' && known.includes(value.role)
}
