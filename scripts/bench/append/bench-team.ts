import type { Deps } from '#api/context.ts'
import { member, team } from '#api/db/schema/team.ts'
import { createFlow } from '#api/features/flows/create-flow.ts'
import { publishDraft } from '#api/features/flows/publish-draft.ts'
import { toCurrentMember } from '#api/features/members/read-member.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { sampleFlow } from '#api/testing/sample-flow.ts'
import type { FlowRef } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'

/** A team with one member, signed in, and one published flow. */
export interface BenchTeam {
  team: string
  member: string
  token: string
  flow: FlowRef
}

/** Makes one. */
export async function makeBenchTeam(deps: Deps): Promise<BenchTeam> {
  const createdAt = new Date(deps.clock.now())
  const id = deps.ids.uuid()
  const own = deps.ids.uuid()
  const timeZone = 'Europe/Berlin'
  const [row] = await deps.db.asTeam(id, async (tx) => {
    await tx
      .insert(team)
      .values({ teamId: id, name: 'Bench', timeZone, settings: defaultSettings, createdAt })
    return tx
      .insert(member)
      .values({ teamId: id, id: own, name: 'Bench', role: 'team_admin', timeZone, createdAt })
      .returning()
  })
  if (row === undefined) throw new Error('The member was not stored.')
  const context = { ...deps, team: id, member: toCurrentMember(row), request: 'bench' }
  await createFlow(context, sampleFlow)
  await publishDraft(context, sampleFlow.id)
  const { token } = await deps.tokens.issue({ team: id, member: own, audience: 'page' })
  return { team: id, member: own, token, flow: flowRef(sampleFlow.id, 1) }
}
