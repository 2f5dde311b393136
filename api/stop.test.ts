import { beforeEach, describe, expect, it } from 'vitest'
import { type After, stopOnce, waitAtMost } from './stop.ts'

let now: number
let timers: { at: number; run: () => void }[]
const after: After = (milliseconds, run) => {
  const timer = { at: now + milliseconds, run }
  timers.push(timer)
  return () => {
    timers = timers.filter((one) => one !== timer)
  }
}
/** Moves the clock on and lets what follows from it happen. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds
  for (const { at, run } of [...timers]) if (at <= now) run()
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  now = 0
  timers = []
})

const never = new Promise<void>(() => {})

describe('waiting for work that may hang', () => {
  it('ends with the work, and leaves no timer that would keep the process', async () => {
    expect(await waitAtMost(after, 3_000, Promise.resolve())).toBe(true)
    await pass(0)
    expect(timers).toEqual([])
  })

  it('ends at the bound and not before', async () => {
    let ended: boolean | undefined
    void waitAtMost(after, 3_000, never).then((inTime) => {
      ended = inTime
    })
    await pass(2_999)
    expect(ended).toBeUndefined()
    await pass(1)
    expect(ended).toBe(false)
  })

  it('passes on why the work failed', async () => {
    await expect(waitAtMost(after, 3_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })
})

describe('stopping the process', () => {
  const told = (parts: { close(): Promise<void> }[]) => {
    const heard: unknown[] = []
    const stop = stopOnce({
      parts,
      after,
      most: 12_000,
      exit: (code) => heard.push(code),
      failed: (words) => heard.push(words),
    })
    return { heard, stop }
  }

  it('closes the parts one after the other, then ends well, however often it is asked to', async () => {
    const closed: string[] = []
    const part = (name: string) => ({
      async close() {
        await Promise.resolve()
        closed.push(name)
      },
    })
    const { heard, stop } = told([part('server'), part('worker'), part('database')])
    await Promise.all([stop(), stop()])
    expect(closed).toEqual(['server', 'worker', 'database'])
    expect(heard).toEqual([0])
  })

  it('says that one did not close, and why that matters, and ends badly', async () => {
    const { heard, stop } = told([{ close: () => Promise.reject(new Error('broken')) }])
    await stop()
    expect(heard).toEqual(['not closed cleanly', 1])
  })

  it('waits 12 seconds for a part that hangs, and no longer', async () => {
    const { heard, stop } = told([{ close: () => never }])
    void stop()
    await pass(11_999)
    expect(heard).toEqual([])
    await pass(1)
    expect(heard).toEqual(['not closed in time', 1])
  })
})
