import { interleave, ratiosOf } from './interleave.ts'

/** Work on an input of a given size. */
export type Sized = (size: number) => () => unknown

/** A round measures for at least so long, so that the clock's grain does not show. */
const leastMs = 20

/** How much longer work takes when its input doubles, from each size to the next; one ratio per round and doubling. */
export async function growthOf(work: Sized, sizes: readonly number[], rounds: number): Promise<number[]> {
  const peers = Object.fromEntries(sizes.map((size) => [String(size), timed(work(size))]))
  const times = await interleave(peers, rounds)
  return sizes
    .slice(1)
    .flatMap((size, at) => ratiosOf(times[String(size)] ?? [], times[String(sizes[at])] ?? []))
}

/** Milliseconds that one run takes. */
export function timed(run: () => unknown): () => number {
  return () => {
    const started = performance.now()
    let runs = 0
    let spent = 0
    while (spent < leastMs) {
      run()
      runs += 1
      spent = performance.now() - started
    }
    return spent / runs
  }
}
