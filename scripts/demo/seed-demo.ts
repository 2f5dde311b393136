import { eq } from 'drizzle-orm'
import type { Context, Deps } from '#api/context.ts'
import { psaConnection } from '#api/db/schema/team.ts'
import { connectNewTeam, reconnectTeam } from '#api/features/connection/connect-team.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import { createFlow } from '#api/features/flows/create-flow.ts'
import { publishDraft } from '#api/features/flows/publish-draft.ts'
import { mapMember } from '#api/features/members/map-member.ts'
import { readMember } from '#api/features/members/read-member.ts'
import type { PsaMember } from '#api/ports/psa.ts'
import { readSeedFlows } from '../seed/read-seed-flows.ts'

/** The demo team has one fixed id: the data folder holds no other. */
export const demoTeam = '01980000-0000-7000-8000-000000000001'

/** Not finding a text proves nothing for so long; the sandbox commits no later than 10 s. */
export const demoQuarantineSeconds = 15

/** Makes the demo team with its members and flows where it is not there yet; resolves to its pod handle. */
export async function seedDemo(
  deps: Deps,
  connection: TeamConnection,
  members: PsaMember[],
): Promise<{ handle: string }> {
  const [known] = await deps.db.asTeam(demoTeam, (tx) =>
    tx
      .select({ handle: psaConnection.podHandle })
      .from(psaConnection)
      .where(eq(psaConnection.teamId, demoTeam)),
  )
  if (known !== undefined) {
    await reconnectTeam(deps, { id: demoTeam, connection })
    return known
  }
  const [admin, ...others] = members
  if (admin === undefined) throw new Error('The sandbox has no member who could administer the demo team.')
  const { handle, admin: adminId } = await connectNewTeam(deps, {
    id: demoTeam,
    name: 'Ridgeline IT',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    connection,
    admin,
    settings: { quarantineSeconds: demoQuarantineSeconds },
  })
  for (const other of others) await mapMember(deps, demoTeam, other)
  const member = await readMember(deps.db, demoTeam, adminId)
  if (member === null) throw new Error('The demo team’s administrator is missing.')
  await seedFlows({ ...deps, team: demoTeam, member, request: 'seed' })
  return { handle }
}

async function seedFlows(context: Context): Promise<void> {
  for (const draft of await readSeedFlows()) {
    await createFlow(context, draft)
    await publishDraft(context, draft.id)
  }
}
