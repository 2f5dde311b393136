import type { LogEntry, RejectionReason, SessionEvent } from './event.ts'
import { ruleOne } from './rules.ts'
import type { Act, RulesVersion } from './session.ts'
import type { Verdict, Work } from './work.ts'

/** Every version of the rules ever released: a session is folded by the one it started under. */
const RULES: Record<RulesVersion, (work: Work, event: SessionEvent) => Verdict> = {
  1: ruleOne,
  2: ruleOne,
  3: ruleOne,
}

/** Whether an event was folded in before. */
export function isKnown({ session }: Work, event: SessionEvent): boolean {
  return Object.hasOwn(session.known, event.id)
}

/** Applies one new event by the session's rules and records the act, or answers why it does not apply. */
export function apply(work: Work, event: SessionEvent, seq: number): Verdict {
  work.before = undefined
  const refused = RULES[work.session.header.rules](work, event)
  if (!refused) record(work, event, seq, 'stands')
  return refused
}

/** Records an event that no longer applied: it is listed, and changes nothing else. */
export function recordLate(work: Work, event: SessionEvent, seq: number, late: RejectionReason): void {
  work.before = undefined
  record(work, event, seq, 'late', late)
}

/** Folds in one entry of a log, whatever it is; one that was folded in before changes nothing. */
export function applyEntry(work: Work, { seq, event, late }: LogEntry): void {
  if (isKnown(work, event)) return
  const reason = late ?? apply(work, event, seq)
  if (reason) recordLate(work, event, seq, reason)
}

function record(
  { session, before }: Work,
  event: SessionEvent,
  seq: number,
  standing: Act['standing'],
  late?: RejectionReason,
): void {
  session.acts.push({
    seq,
    event,
    standing,
    ...(late && { late }),
    ...(before !== undefined && { before }),
    visit: session.visit,
  })
  session.known[event.id] = seq
  session.seq = seq
}
