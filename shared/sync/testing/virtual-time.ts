/** Time that passes only when told to, with timers in order; everything between two timers settles first. */
export interface VirtualTime {
  now(): number
  after(milliseconds: number, run: () => void): () => void
  /** Resolves when all that is ready has run, no time passing. */
  settle(): Promise<void>
  /** Lets so many milliseconds pass, timer by timer. */
  pass(milliseconds: number): Promise<void>
  /** Lets time pass until the condition holds; throws where it does not within so many milliseconds. */
  until(condition: () => boolean, within: number): Promise<void>
}

interface Timer {
  at: number
  order: number
  run: () => void
}

export function virtualTime(start: number): VirtualTime {
  let time = start
  let order = 0
  let timers: Timer[] = []
  const channel = new MessageChannel()

  /** One turn of the event loop, so that every promise that can settle has settled. */
  const settle = (): Promise<void> =>
    new Promise((resolve) => {
      channel.port1.onmessage = () => resolve()
      channel.port2.postMessage(null)
    })

  const next = (before: number): Timer | undefined => {
    const due = timers.filter(({ at }) => at <= before)
    due.sort((a, b) => a.at - b.at || a.order - b.order)
    return due[0]
  }

  const runUntil = async (end: number, stop: () => boolean): Promise<boolean> => {
    await settle()
    while (!stop()) {
      const timer = next(end)
      if (!timer) return false
      timers = timers.filter((one) => one !== timer)
      time = Math.max(time, timer.at)
      timer.run()
      await settle()
    }
    return true
  }

  return {
    now: () => time,
    after(milliseconds, run) {
      const timer = { at: time + Math.max(0, milliseconds), order: order++, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    settle,
    async pass(milliseconds) {
      const end = time + milliseconds
      await runUntil(end, () => false)
      time = end
    },
    async until(condition, within) {
      if (!(await runUntil(time + within, condition))) throw new Error(`not so within ${within} ms`)
    },
  }
}

/** A seeded source of chance, uniform in [0, 1): xorshift with a final mix. */
export function seededRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32
  }
}
