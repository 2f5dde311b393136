import type { Act, Session } from '../session/session.ts'
import { oneLine } from './clean-text.ts'
import type { NoteLine } from './document.ts'
import type { Draft } from './edit-lines.ts'
import { type Clock, endOf } from './format-time.ts'
import { type NoteStrings, say } from './strings.ts'

/**
 * Lines for the times a session was parked. What it waits for now stands in *next*; a wait that ended after
 * `from` (a sequence) stands among what was tried, named with the event that ended it. What the technician wrote
 * about it is an internal line of its own; under rules version 1 it stood behind the wait. A wait of less than a
 * minute is not told; under rules versions 1 and 2 it was, and each day was named twice.
 */
export function waitingLines(session: Session, from: number, clock: Clock, strings: NoteStrings): Draft[] {
  const drafts: Draft[] = []
  for (const [index, act] of session.acts.entries()) {
    const { event } = act
    if (event.type !== 'parked' || act.standing !== 'stands') continue
    const waits = session.parked?.event === event.id
    const end = waits ? undefined : session.acts.slice(index + 1).find((later) => ends(act, later))
    if ((end ?? act).seq <= from || (!waits && !end)) continue
    const old = session.header.rules < 3
    const to = end && (old ? clock.stamp(end.event.at) : endOf(clock, event.at, end.event.at))
    const values = { from: clock.stamp(event.at), to: to ?? '' }
    const waited = old && event.reason === 'no_answer' ? strings.noAnswerAt : strings.waited[event.reason]
    let text = say(waits ? strings.waiting[event.reason] : waited, values)
    if (waits && event.until) text = say(strings.waitingUntil, { text, until: clock.stamp(event.until) })
    const words = oneLine(event.words ?? '')
    const joins = session.header.rules === 1
    if (words && joins) text = say(strings.withWords, { text, words })
    const add = (role: string, said: string, rest: Pick<NoteLine, 'audience' | 'words'>) => {
      const events = end ? [event.id, end.event.id] : [event.id]
      const line: NoteLine = { key: `${role}:${event.id}`, text: oneLine(said), events, ...rest }
      drafts.push({ section: waits ? 'next' : 'tried', seq: act.seq, line })
    }
    const brief = end !== undefined && Date.parse(end.event.at) - Date.parse(event.at) < 60_000
    if (old || !brief) add('wait', text, { audience: 'everyone', words: 'ours' })
    if (words && !joins)
      add('wait_words', say(strings.aboutTheWait, { words }), { audience: 'internal', words: 'technician' })
  }
  return drafts
}

/** Whether a later act ended a wait: work that went on, or a further park in its place. */
function ends(parked: Act, later: Act): boolean {
  if (later.standing === 'late' || later.standing === 'struck') return false
  return later.visit > parked.visit || later.event.type === 'parked'
}
