import type { PsaMember } from '../../ports/psa.ts'
import type { CwMember } from './api-types.ts'
import { zoneOf } from './zone-of.ts'

/** A ConnectWise member → ours. `defaultEmail` counts as an address only where it is one: it can also name a kind. */
export function toMember(member: CwMember): PsaMember {
  const emails = [member.officeEmail, member.primaryEmail, member.defaultEmail]
  const name = member.fullName ?? [member.firstName, member.lastName].filter(Boolean).join(' ')
  return {
    id: member.id,
    identifier: member.identifier,
    name: name === '' ? member.identifier : name,
    email: emails.find((email) => email?.includes('@')) ?? null,
    inactive: member.inactiveFlag,
    timeZone: zoneOf(member.timeZone?.name),
  }
}
