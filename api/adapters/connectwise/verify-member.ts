import { type MemberClaim, type Psa, PsaError, type PsaMember } from '../../ports/psa.ts'
import { memberSchema } from './api-types.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import { jsonOf } from './error-body.ts'
import { toMember } from './map-member.ts'
import { sameText } from './members.ts'
import { type HttpAnswer, SendFailure } from './send.ts'

interface Way {
  host: 'ui' | 'api'
  by: 'cookie' | 'basic'
}

const path = '/system/myMembers/info'
const longestValue = 4096

/**
 * Asks ConnectWise whose a hosted pod's hash is. Company and hosts come from our connection, never from the claim.
 * Which host takes the hash, and in which form, differs between installations: each way is tried until one says
 * yes, and that one comes first the next time. Null where all refuse; throws where it could not be asked.
 */
export function createVerifyMember(client: Client, connection: Connection): Pick<Psa, 'verifyMember'> {
  const oneHost = connection.uiUrl === connection.apiUrl
  const hosts: Way['host'][] = oneHost ? ['api'] : ['ui', 'api']
  let ways: Way[] = hosts.flatMap((host): Way[] => [
    { host, by: 'cookie' },
    { host, by: 'basic' },
  ])

  async function verifyMember(claim: MemberClaim): Promise<PsaMember | null> {
    if (!isPlausible(claim)) return null
    let unasked = false
    for (const way of ways) {
      const answer = await client
        .ask(way.host, path, headersFor(way, claim, connection.company))
        .catch(unheard)
      const member = answer === null ? null : memberOf(answer, claim)
      if (member !== null) {
        ways = [way, ...ways.filter((other) => other !== way)]
        return member
      }
      if (answer === null || answer.status === 429 || answer.status >= 500) unasked = true
    }
    if (!unasked) return null
    throw new PsaError(
      'unavailable',
      'ConnectWise could not confirm who you are just now. Try again in a moment.',
    )
  }

  return { verifyMember }
}

function unheard(error: unknown): null {
  if (error instanceof SendFailure) return null
  if (error instanceof PsaError && error.reason === 'unavailable') return null
  throw error
}

/** Only a readable, active member of the very name claimed counts as yes. */
function memberOf(answer: HttpAnswer, claim: MemberClaim): PsaMember | null {
  if (answer.status !== 200) return null
  const parsed = memberSchema.safeParse(jsonOf(answer))
  if (!parsed.success || !sameText(parsed.data.identifier, claim.memberId)) return null
  return parsed.data.inactiveFlag ? null : toMember(parsed.data)
}

/** Nothing empty, endless, or able to become a second header, cookie or credential. */
function isPlausible(claim: MemberClaim): boolean {
  const values = [claim.memberId, claim.memberHash, claim.memberContext ?? 'web']
  const short = values.every((value) => value !== '' && value.length <= longestValue)
  const printable = values.every((value) => /^[\x20-\x7e]+$/.test(value))
  return short && printable && /^[^\s:;,+=]+$/.test(claim.memberId)
}

function headersFor(way: Way, claim: MemberClaim, company: string): Record<string, string> {
  if (way.by === 'basic') {
    const credentials = `${company}+${claim.memberId}:${claim.memberHash}`
    return { authorization: `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}` }
  }
  const cookies = {
    companyName: company,
    memberId: claim.memberId,
    memberHash: claim.memberHash,
    memberContext: claim.memberContext ?? 'web',
  }
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { cookie: pairs.join('; ') }
}
