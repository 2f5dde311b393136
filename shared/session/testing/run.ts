import { advance } from '../advance.ts'
import type { EventBody, RejectionReason, StepAddress } from '../event.ts'
import { fold } from '../fold.ts'
import { addressOf } from '../place.ts'
import type { Effect, Session } from '../session.ts'
import { printerClosure } from './printer-flow.ts'
import { eventOf, headerOf, logOf } from './script.ts'

/** The printer session after these events, numbered from 1; what does not apply is late. */
export function run(...bodies: EventBody[]): Session {
  return fold(headerOf(), printerClosure, logOf(...bodies))
}

/** Where a session stands. */
export function at(session: Session): StepAddress | null {
  return session.place && addressOf(session.place)
}

/** Why one more event is refused after others, or null where it applies. */
export function refusal(before: EventBody[], body: EventBody): RejectionReason | null {
  const session = run(...before)
  const next = advance(printerClosure, session, eventOf(before.length + 1, body), session.seq + 1)
  return next.ok ? null : next.reason
}

/** What follows from one more event. */
export function effectsOf(before: EventBody[], body: EventBody): Effect[] {
  const session = run(...before)
  const next = advance(printerClosure, session, eventOf(before.length + 1, body), session.seq + 1)
  return next.ok ? next.effects : []
}

/** What became of each event. */
export function standings(session: Session): string[] {
  return session.acts.map(({ standing }) => standing)
}

const step = (...parts: string[]): StepAddress =>
  parts.map((part, index) => `${index === 0 ? 'printer@2' : 'spooler@1'}:${part}`)

export const power = step('power')
export const ping = step('ping')
export const check = step('check')
export const reset = step('reset')
export const switchOn = step('switch-on')
export const stop = step('spool', 'stop')
export const print = step('spool', 'print')

export const on: EventBody = { type: 'answered', step: power, choice: 'on' }
export const off: EventBody = { type: 'answered', step: power, choice: 'off' }
export const fast: EventBody = { type: 'captured', step: ping, values: { ping: '3 ms' } }
export const slow: EventBody = { type: 'captured', step: ping, values: { ping: '900' } }
export const stopped: EventBody = { type: 'done', step: stop }
export const printed = (choice: 'yes' | 'no'): EventBody => ({ type: 'answered', step: print, choice })
export const checked = (choice: 'yes' | 'no'): EventBody => ({ type: 'answered', step: check, choice })
