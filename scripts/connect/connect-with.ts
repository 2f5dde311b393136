import type { Deps } from '#api/context.ts'
import { connectNewTeam, reconnectTeam } from '#api/features/connection/connect-team.ts'
import type { Psa } from '#api/ports/psa.ts'
import { firstAdmin } from '#scripts/flow/first-admin.ts'
import { publishSeedFlows } from '#scripts/seed/publish-seed-flows.ts'
import type { Answers } from './ask.ts'
import { podSteps } from './pod-steps.ts'
import { reportRights } from './report-rights.ts'

/** What connecting a team takes besides the answers. */
export interface ConnectDeps extends Pick<Deps, 'db' | 'secrets' | 'clock' | 'ids' | 'publicUrl'> {
  psa: Psa
  print(line: string): void
}

/**
 * Tries every right with the given keys and, where none is missing, stores them sealed: for a new team, whose first
 * administrator is named by ConnectWise identifier and who gets the flows that come with the product, or in place of a
 * connected team's old ones. Resolves to whether anything was stored. Throws where ConnectWise does not answer or has no such administrator.
 */
export async function connectWith(deps: ConnectDeps, answers: Answers): Promise<boolean> {
  const { psa, print } = deps
  if (!reportRights(await psa.checkRights(), print)) {
    print('\nNothing was stored. Give the API member’s security role what is missing, then run this again.')
    return false
  }
  const { connection } = answers
  if (answers.team !== null) {
    await reconnectTeam(deps, { id: answers.team, connection })
    print('\nThe new keys are stored, sealed. The pod’s address stays as it was.')
    return true
  }
  const admin = await psa.findMember({ identifier: answers.admin })
  if (admin === null || admin.inactive)
    throw new Error(
      `ConnectWise has no active member "${answers.admin}". Name the one who is to administer the team.`,
    )
  const id = deps.ids.uuid()
  const { name, timeZone } = answers
  const { handle } = await connectNewTeam(deps, { id, name, timeZone, connection, admin })
  print(`\n${name} is connected. Its id, for importing flows and later key changes: ${id}`)
  print(`${admin.name} is its first administrator.`)
  const flows = await publishSeedFlows({ ...deps, team: id, member: await firstAdmin(deps.db, id) })
  print(`Published to begin with: ${flows.join(', ')}.\n`)
  print(podSteps(deps.publicUrl, handle, connection.uiUrl))
  return true
}
