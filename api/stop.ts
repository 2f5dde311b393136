/** Runs something after so many milliseconds; the answer calls it off. */
export type After = (milliseconds: number, run: () => void) => () => void

/** Waits until the work has ended or failed, but no longer than `most` milliseconds. Resolves to whether it ended in time. */
export function waitAtMost(after: After, most: number, work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const callOff = after(most, () => resolve(false))
  work.then(() => resolve(true), reject).finally(callOff)
  return promise
}

export interface Stopping {
  /** What to close, in this order. */
  parts: { close(): Promise<void> }[]
  after: After
  /** Milliseconds that closing all of them may take. */
  most: number
  exit(code: number): void
  failed(words: string, error?: unknown): void
}

/**
 * What ends the process: closes the parts and exits with 0; with 1 where one fails or they take too long. However often
 * it is called, that happens once.
 */
export function stopOnce({ parts, after, most, exit, failed }: Stopping): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const closeAll = async () => {
    for (const part of parts) await part.close()
  }
  const stop = async () => {
    try {
      if (await waitAtMost(after, most, closeAll())) return exit(0)
      failed('not closed in time')
    } catch (error) {
      failed('not closed cleanly', error)
    }
    exit(1)
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}
