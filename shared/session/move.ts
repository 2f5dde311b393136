import type { Edge } from '../flow/flow.ts'
import { follow, type Settled, settle } from './automatic.ts'
import { addressOf } from './place.ts'
import type { Place } from './session.ts'
import { lookupIn } from './variables.ts'
import { passedOverHere } from './ways-past.ts'
import { actOf, type Verdict, type Work } from './work.ts'

/**
 * Moves the session along an edge out of `from` on behalf of an event, takes the automatic steps behind it and
 * ends the session at an outcome. `fresh` are inputs that the event captures.
 */
export function moveAlong(
  work: Work,
  event: string,
  from: Place,
  edge: Edge,
  exit: string,
  fresh: Record<string, string> = {},
): Verdict {
  const settled = reach(work, from, edge, exit, fresh)
  if (settled.ok) arrive(work, event, from, settled)
  return settled.ok ? null : settled.reason
}

/** Where an edge leads once automatic steps are taken; changes nothing. */
export function reach(
  { closure, session }: Work,
  from: Place,
  edge: Edge,
  exit: string,
  fresh: Record<string, string> = {},
): Settled {
  if (!closure) return { ok: false, reason: 'not_possible_now' }
  return settle(closure, follow(from, edge, exit), lookupIn(session, fresh))
}

/** Puts the session where `reach` said an event leads. */
export function arrive(work: Work, event: string, from: Place, settled: Settled & { ok: true }): void {
  const { session, effects } = work
  stay(work, event, from)
  session.place = settled.place
  effects.push({ type: 'entered', step: addressOf(settled.place) })
  if (!settled.ended) return
  session.status = 'ended'
  session.outcome = { ...settled.ended, event }
  effects.push({ type: 'ended', outcome: settled.ended.kind })
}

/** Records on the way that an event happened at `from`. A step that was passed over there is no longer. */
export function stay(work: Work, event: string, from: Place): void {
  const { session } = work
  wake(work)
  work.before = from
  const passed = passedOverHere(session)
  if (passed) {
    session.trail.pop()
    session.acts[session.acts.indexOf(passed)] = { ...passed, standing: 'superseded', by: event }
  }
  session.trail.push(event)
}

/** Work on a paused session resumes it; after a park it also begins the next visit. */
export function wake({ session, effects }: Work): void {
  if (session.status !== 'paused' && session.status !== 'parked') return
  if (session.status === 'parked') session.visit += 1
  session.status = 'active'
  session.parked = null
  effects.push({ type: 'resumed' })
}

/** Why an event cannot be gone back to, or null where it can. */
export function backRefusal({ session }: Work, target: string): Verdict {
  const found = actOf(session, target)
  if (!found) return 'unknown_event'
  const { standing, before } = found.act
  if (standing === 'superseded' || standing === 'undone') return 'already_superseded'
  if (before === undefined || session.trail.lastIndexOf(target) < 0) return 'not_possible_now'
  return session.status === 'parked' ? 'not_possible_now' : null
}

/**
 * Returns to before `target`, which `backRefusal` has let pass: it is superseded, what followed on the same path
 * is undone, and the inputs it captured are withdrawn. An ended session is open again.
 */
export function rewind(work: Work, target: string, by: string): void {
  const { session, effects } = work
  let last: string | undefined
  do {
    last = session.trail.pop()
    const found = last === undefined ? undefined : actOf(session, last)
    if (!found) continue
    const standing = last === target ? 'superseded' : 'undone'
    session.acts[found.index] = { ...found.act, standing, by }
    if (last === target) session.place = found.act.before ?? null
  } while (last !== undefined && last !== target)
  withdrawValues(work, target)
  if (session.status === 'ended') {
    session.status = 'active'
    session.outcome = null
    effects.push({ type: 'reopened' })
  }
  wake(work)
}

/** Takes back what an event captured; a value captured earlier under the same name counts again. */
function withdrawValues({ session }: Work, target: string): void {
  const event = actOf(session, target)?.act.event
  if (event?.type !== 'captured') return
  for (const name of Object.keys(event.values)) {
    if (!Object.hasOwn(session.values, name) || session.values[name]?.event !== target) continue
    delete session.values[name]
    const earlier = session.acts.findLast(
      (act) =>
        (act.standing === 'stands' || act.standing === 'undone') &&
        act.event.type === 'captured' &&
        Object.hasOwn(act.event.values, name),
    )
    if (earlier?.event.type === 'captured') {
      session.values[name] = { value: earlier.event.values[name] ?? '', event: earlier.event.id }
    }
  }
}
