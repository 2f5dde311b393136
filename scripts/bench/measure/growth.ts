import { interleave, ratiosOf } from './interleave.ts'

/** Work on an input of a given size. */
export type Sized = (size: number) => () => unknown

/** A round measures for at least so long, so that the clock's grain does not show. */
const leastMs = 20

/**
 * How much longer work takes when its input doubles, from each size to the next; one ratio per round and doubling. Taken
 * is the processor's time of this process, its collector's included: what else the machine does is no growth.
 */
export async function growthOf(work: Sized, sizes: readonly number[], rounds: number): Promise<number[]> {
  const peers = Object.fromEntries(sizes.map((size) => [String(size), timed(work(size), processorMs)]))
  const times = await interleave(peers, rounds)
  return sizes
    .slice(1)
    .flatMap((size, at) => ratiosOf(times[String(size)] ?? [], times[String(sizes[at])] ?? []))
}

/** Milliseconds that one run takes, by the clock on the wall unless another is given. */
export function timed(run: () => unknown, clock: () => number = () => performance.now()): () => number {
  return () => {
    const started = clock()
    let runs = 0
    let spent = 0
    while (spent < leastMs) {
      run()
      runs += 1
      spent = clock() - started
    }
    return spent / runs
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
