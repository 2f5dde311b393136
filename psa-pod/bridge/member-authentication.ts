import type { PodSignIn } from '#shared/contracts/member.ts'
import { isRecord } from './parse-message.ts'

/**
 * Who ConnectWise says is signed in, as the API wants it; null where the answer lacks what is needed. Site and
 * company are left out on purpose: the API knows its own.
 */
export function memberIn(data: unknown): PodSignIn['member'] | null {
  if (!isRecord(data)) return null
  const { memberid, memberHash, memberContext } = data
  if (typeof memberid !== 'string' || typeof memberHash !== 'string' || !memberid || !memberHash) return null
  return {
    memberId: memberid,
    memberHash,
    ...(typeof memberContext === 'string' && memberContext && { memberContext }),
  }
}
