/**
 * Runs something anew each time it is called, one run after another: a grant and the setting that it belongs to change
 * at the same moment, and the browser takes no script and no entry of its menu twice. A failed run holds up no other.
 */
export function inTurn(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => undefined).then(run)
    return last
  }
}
