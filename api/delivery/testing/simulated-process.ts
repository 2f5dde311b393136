import type { Send } from '#api/adapters/connectwise/send.ts'
import type { DeliveryStore } from '#api/ports/delivery-store.ts'
import type { VirtualTime } from '#shared/sync/testing/virtual-time.ts'

/** A moment at which a process depends on the world: right before or right after a call to it. */
export interface Moment {
  call: 'claim' | 'load' | 'record' | 'next due' | 'send'
  side: 'before' | 'after'
}

/**
 * What befalls a process at a moment: it ends there, it stands still for so many milliseconds, the call's connection
 * is lost (before: nothing was done; after: it was, and nobody was told), or nothing.
 */
export type Fate = 'dies' | 'is cut off' | { standsStillMs: number } | null

/** The connection to the database broke. */
export class CutOff extends Error {}

/** A process around a worker, of which nothing is left but what it did to the world. */
export interface SimulatedProcess {
  store: DeliveryStore
  send: Send
  after: VirtualTime['after']
  alive(): boolean
  end(): void
}

/** Everything that goes out of the process, and every timer, meets its fate before and after. */
export function simulateProcess(
  time: VirtualTime,
  world: { store: DeliveryStore; send: Send },
  fate: (moment: Moment) => Fate,
  died: () => void,
): SimulatedProcess {
  let dead = false
  let frozenUntil = 0

  async function meet(moment: Moment): Promise<void> {
    const met = dead ? null : fate(moment)
    if (met === 'dies') {
      dead = true
      died()
    }
    // Between its last look at the clock and its first byte a write is not held up: see what is not promised.
    const mayFreeze = moment.call !== 'send' || moment.side === 'after'
    if (mayFreeze && typeof met === 'object' && met !== null)
      frozenUntil = Math.max(frozenUntil, time.now() + met.standsStillMs)
    while (!dead && mayFreeze && time.now() < frozenUntil)
      await new Promise<void>((resolve) => time.after(frozenUntil - time.now(), resolve))
    if (dead) await new Promise(() => {})
    if (met === 'is cut off' && moment.call !== 'send') throw new CutOff('The database is gone.')
  }

  async function through<T>(call: Moment['call'], work: () => Promise<T>): Promise<T> {
    await meet({ call, side: 'before' })
    const [outcome] = await Promise.allSettled([work()])
    await meet({ call, side: 'after' })
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  const { store, send } = world
  return {
    store: {
      claim: (...given) => through('claim', () => store.claim(...given)),
      load: (...given) => through('load', () => store.load(...given)),
      record: (...given) => through('record', () => store.record(...given)),
      nextDue: (...given) => through('next due', () => store.nextDue(...given)),
    },
    send: (request) => through('send', () => send(request)),
    after(milliseconds, run) {
      let cancel = time.after(milliseconds, function fire() {
        if (dead) return
        if (time.now() < frozenUntil) cancel = time.after(frozenUntil - time.now(), fire)
        else run()
      })
      return () => cancel()
    },
    alive: () => !dead,
    end() {
      dead = true
    },
  }
}
