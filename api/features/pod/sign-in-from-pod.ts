import type { Deps } from '#api/context.ts'
import { teamOfPodHandle } from '#api/db/directory.ts'
import { mapMember } from '#api/features/members/map-member.ts'
import { readMe } from '#api/features/members/read-me.ts'
import { PsaError } from '#api/ports/psa.ts'
import { Problem } from '#api/problem.ts'
import type { PodSignIn, SignedIn } from '#shared/contracts/member.ts'

/**
 * Signs in the member of a hosted pod: ConnectWise itself says whom the hash belongs to. Anything but its clear yes is
 * refused with one and the same answer. The hash is neither stored nor logged.
 */
export async function signInFromPod(
  deps: Deps,
  { handle, member: claim }: PodSignIn,
  request: string,
): Promise<SignedIn> {
  const team = await teamOfPodHandle(deps.db, handle)
  if (team === null) throw refused()
  const psa = await deps.psaOfTeam.open(team).catch(failClosed)
  const verified = await psa
    .verifyMember({
      memberId: claim.memberId,
      memberHash: claim.memberHash,
      ...(claim.memberContext !== undefined && { memberContext: claim.memberContext }),
    })
    .catch(failClosed)
  if (verified === null || verified.inactive) throw refused()
  const member = await mapMember(deps, team, verified)
  if (member === null) throw refused()
  const { token, expiresIn } = await deps.tokens.issue({ team, member: member.id, audience: 'pod' })
  return { token, expiresIn, me: await readMe({ ...deps, team, member, request }) }
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
