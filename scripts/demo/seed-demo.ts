import { eq } from 'drizzle-orm'
import type { Deps } from '#api/context.ts'
import { psaConnection } from '#api/db/schema/team.ts'
import { connectNewTeam, reconnectTeam } from '#api/features/connection/connect-team.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import { mapMember } from '#api/features/members/map-member.ts'
import type { PsaMember } from '#api/ports/psa.ts'
import { firstAdmin } from '../flow/first-admin.ts'
import { publishSeedFlows } from '../seed/publish-seed-flows.ts'

/** The demo team has one fixed id: the data folder holds no other. */
export const demoTeam = '01980000-0000-7000-8000-000000000001'

/** Not finding a text proves nothing for so long; the sandbox commits no later than 10 s. */
export const demoQuarantineSeconds = 15

/**
 * Makes the demo team, its members and its flows, each where it is not there yet: a start that was killed half-way is
 * made up for by the next. Resolves to the team's pod handle.
 */
export async function seedDemo(
  deps: Pick<Deps, 'db' | 'secrets' | 'clock' | 'ids'>,
  connection: TeamConnection,
  members: PsaMember[],
): Promise<{ handle: string }> {
  const handle = await seedTeam(deps, connection, members)
  for (const each of members) await mapMember(deps, demoTeam, each)
  const member = await firstAdmin(deps.db, demoTeam)
  await publishSeedFlows({ ...deps, team: demoTeam, member })
  return { handle }
}

async function seedTeam(
  deps: Pick<Deps, 'db' | 'secrets' | 'clock' | 'ids'>,
  connection: TeamConnection,
  [admin]: PsaMember[],
): Promise<string> {
  const [known] = await deps.db.asTeam(demoTeam, (tx) =>
    tx
      .select({ handle: psaConnection.podHandle })
      .from(psaConnection)
      .where(eq(psaConnection.teamId, demoTeam)),
  )
  if (known !== undefined) {
    await reconnectTeam(deps, { id: demoTeam, connection })
    return known.handle
  }
  if (admin === undefined) throw new Error('The sandbox has no member who could administer the demo team.')
  const { handle } = await connectNewTeam(deps, {
    id: demoTeam,
    name: 'Ridgeline IT',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    connection,
    admin,
    settings: { quarantineSeconds: demoQuarantineSeconds },
  })
  return handle
}
