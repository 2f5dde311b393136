import type { Context } from '#api/context.ts'

const keptMs = 30 * 60_000

/**
 * What is built from a team's flows in these states, remembered until a flow changes; `states` names each flow with
 * what changes when it does, such as `outlook@3`.
 */
export function keepIndex<T>(
  context: Pick<Context, 'cache' | 'team'>,
  kind: 'published' | 'drafts',
  states: readonly string[],
  build: () => Promise<T>,
): Promise<T> {
  const ofTeam = `flow-index|${kind}|${context.team}|`
  return context.cache.get(ofTeam + states.toSorted().join(' '), keptMs, () => {
    context.cache.forget(ofTeam)
    return build()
  })
}
