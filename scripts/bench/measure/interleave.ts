/** At least so many rounds, so that one disturbed round cannot move the median. */
export const rounds = 9

/**
 * Measures peers in turn, A B A B, so that what else the machine does strikes all alike; each is warmed up by one
 * round that does not count. Resolves to each peer's values, one per round.
 */
export async function interleave<Name extends string>(
  peers: Record<Name, () => number | Promise<number>>,
  times = rounds,
): Promise<Record<Name, number[]>> {
  // Entries of a record with these keys and no others.
  const entries = Object.entries(peers) as [Name, () => number | Promise<number>][]
  const values = Object.fromEntries(entries.map(([name]) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = -1; round < times; round++)
    for (const [name, measure] of entries) {
      const value = await measure()
      if (round >= 0) values[name].push(value)
    }
  return values
}

/** One peer's values divided by another's, round by round. */
export function ratiosOf(values: readonly number[], by: readonly number[]): number[] {
  return values.map((value, round) => value / (by[round] ?? Number.NaN))
}
