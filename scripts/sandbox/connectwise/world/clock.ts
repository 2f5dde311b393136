/** Time as the sandbox sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once, after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

/** The machine's clock. Its timers do not keep the process alive. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}

/** A clock that stands still until `advance` moves it, running what falls due in order. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void
}

/** Makes a manual clock that starts at the given time (milliseconds since 1970). */
export function manualClock(start: number): ManualClock {
  let now = start
  let due: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(milliseconds, run) {
      const entry = { at: now + milliseconds, run }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due = due.filter((entry) => entry !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}

/** Formats milliseconds since 1970 the way ConnectWise writes times: UTC, whole seconds. */
export function cwTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
