/** Random numbers from 0 up to 1 that repeat for the same seed (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 up to `below`. */
export function whole(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** One of the entries; the list must not be empty. */
export function pick<T>(random: Random, entries: readonly T[]): T {
  const entry = entries[whole(random, entries.length)]
  if (entry === undefined) throw new Error('Give at least one entry to pick from.')
  return entry
}

/** Whether something with this probability happens. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability
}
