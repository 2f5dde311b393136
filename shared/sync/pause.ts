import type { Surroundings } from './live-session.ts'

/** A wait that can be cut short. */
export interface Pause {
  /** Resolves after so many milliseconds, or at the next `wake`; at once where that came since the last wait. */
  wait(milliseconds: number): Promise<void>
  wake(): void
}

/** A pause by the given timers; one wait at a time. */
export function createPause({ after }: Pick<Surroundings, 'after'>): Pause {
  let woken = false
  let end: (() => void) | undefined
  return {
    async wait(milliseconds) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const stop = after(milliseconds, resolve)
          end = () => {
            stop()
            resolve()
          }
        })
      }
      woken = false
      end = undefined
    },
    wake() {
      woken = true
      end?.()
    },
  }
}

/**
 * Milliseconds to wait before the next try after so many failed ones (1 for the first): doubling from one second to
 * half a minute, half of it by chance, so that clients cut off together do not come back together.
 */
export function retryDelay(failures: number, random: number): number {
  const full = Math.min(1_000 * 2 ** (failures - 1), 30_000)
  return full / 2 + (random * full) / 2
}
