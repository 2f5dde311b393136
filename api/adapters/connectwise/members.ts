import { z } from 'zod'
import type { Psa, PsaMember } from '../../ports/psa.ts'
import { type CwMember, memberSchema } from './api-types.ts'
import type { Client } from './client.ts'
import { quoted } from './conditions.ts'
import { toMember } from './map-member.ts'
import { ConnectWiseReadError } from './read-error.ts'

const fields = 'id,identifier,firstName,lastName,primaryEmail,officeEmail,inactiveFlag,timeZone'

/** Finding members. Two active ones under one address are nobody: we do not guess. */
export function createMembers(client: Client): Pick<Psa, 'findMember'> {
  async function findMember(by: { identifier: string } | { email: string }): Promise<PsaMember | null> {
    if ('identifier' in by) return only(await where('identifier', by.identifier))
    return only(await where('officeEmail', by.email)) ?? only(await where('primaryEmail', by.email))
  }

  /** Compared again on our side: a wildcard in the text, or a field that the version lacks, must match nobody. */
  async function where(field: 'identifier' | 'officeEmail' | 'primaryEmail', value: string) {
    const query = { conditions: `${field}=${quoted(value)}`, fields, pageSize: 50 }
    const found = await client.readAs(z.array(memberSchema), '/system/members', { query }).catch((error) => {
      if (field === 'primaryEmail' && error instanceof ConnectWiseReadError && error.status === 400) return []
      throw error
    })
    return found.filter((member) => sameText(member[field], value))
  }

  return { findMember }
}

function only(found: CwMember[]): PsaMember | null {
  const active = found.filter((member) => !member.inactiveFlag)
  if (active.length > 1) return null
  const member = active[0] ?? found[0]
  return member === undefined ? null : toMember(member)
}

/** Identifiers and addresses are compared without regard to case. */
export function sameText(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.toLowerCase()
}
