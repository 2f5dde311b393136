import type { ReadCache } from '#api/read-cache.ts'

const keptMs = 30 * 60_000

/**
 * What is built from a team's flows in these states, remembered in `cache` until a flow changes; `states` names each
 * flow with what changes when it does, such as `outlook@3`.
 */
export function keepIndex<T>(
  cache: ReadCache<T>,
  team: string,
  states: readonly string[],
  build: () => Promise<T>,
): Promise<T> {
  const ofTeam = `${team}|`
  return cache.get(ofTeam + states.toSorted().join(' '), keptMs, () => {
    cache.forget(ofTeam)
    return build()
  })
}
