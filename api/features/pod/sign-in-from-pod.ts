import { createHash } from 'node:crypto'
import type { Deps } from '#api/context.ts'
import { teamOfPodHandle } from '#api/db/directory.ts'
import { mapMember } from '#api/features/members/map-member.ts'
import { readMe } from '#api/features/members/read-me.ts'
import { type MemberClaim, PsaError } from '#api/ports/psa.ts'
import { Problem } from '#api/problem.ts'
import type { PodSignIn, SignedIn } from '#shared/contracts/member.ts'
import type { Refusals } from './limit-refusals.ts'

/** ConnectWise's answer about a claim, yes or no, holds for so long: a pod asks again with every page. */
const rememberedMs = 60_000

/** Refused claims in five minutes: of one handle, and of one address, behind which a whole office may be. */
const mostRefused = { handle: 30, peer: 300 }

/** Where a claim comes from. */
export interface Origin {
  request: string
  /** The address of the connection, where there is one. */
  peer: string | null
  refusals: Refusals
}

/**
 * Signs in the member of a hosted pod: ConnectWise itself says whom the hash belongs to. Anything but its clear yes is
 * refused with one and the same answer, and with `too_many` after many refusals, but silence of ConnectWise counts for
 * none. The hash is neither stored nor logged.
 */
export async function signInFromPod(
  deps: Deps,
  { handle, member: claim }: PodSignIn,
  { request, peer, refusals }: Origin,
): Promise<SignedIn> {
  const limits = new Map([[`handle|${handle}`, mostRefused.handle]])
  if (peer !== null) limits.set(`peer|${peer}`, mostRefused.peer)
  refusals.require(limits)
  const refuse = () => {
    refusals.count(limits)
    return refused()
  }
  const team = await teamOfPodHandle(deps.db, handle)
  if (team === null) throw refuse()
  const verified = await deps.cache.verified
    .get(claimKey(team, claim), rememberedMs, async () =>
      (await deps.psaOfTeam.open(team)).verifyMember(claim),
    )
    .catch(failClosed)
  if (verified === null || verified.inactive) throw refuse()
  const member = await mapMember(deps, team, verified)
  if (member === null) throw refuse()
  const { token, expiresIn } = await deps.tokens.issue({ team, member: member.id, audience: 'pod' })
  return { token, expiresIn, me: await readMe({ ...deps, team, member, request }) }
}

/** A claim's key in memory: a hash of it, so that the member's hash is nowhere kept as it is. */
function claimKey(team: string, claim: MemberClaim): string {
  const digest = createHash('sha256').update(
    JSON.stringify([claim.memberId, claim.memberHash, claim.memberContext]),
  )
  return `${team}|${digest.digest('base64url')}`
}

function failClosed(error: unknown): never {
  if (error instanceof PsaError) throw refused()
  throw error
}

const refused = () =>
  new Problem(
    'not_signed_in',
    'ConnectWise did not confirm who you are. Sign in by hand, or reload the ticket.',
  )
