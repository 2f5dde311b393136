import type { Act, Session } from '../session/session.ts'
import { oneLine } from './clean-text.ts'
import type { NoteLine } from './document.ts'
import type { Draft } from './edit-lines.ts'
import type { Clock } from './format-time.ts'
import { type NoteStrings, say } from './strings.ts'

/**
 * Lines for the times a session was parked. What it waits for now stands in *next*; a wait that ended after
 * `from` (a sequence) stands among what was tried, named with the event that ended it. What the technician wrote
 * about it is an internal line of its own; under rules version 1 it stood behind the wait.
 */
export function waitingLines(session: Session, from: number, clock: Clock, strings: NoteStrings): Draft[] {
  const drafts: Draft[] = []
  for (const [index, act] of session.acts.entries()) {
    const { event } = act
    if (event.type !== 'parked' || act.standing !== 'stands') continue
    const waits = session.parked?.event === event.id
    const end = waits ? undefined : session.acts.slice(index + 1).find((later) => ends(act, later))
    if ((end ?? act).seq <= from || (!waits && !end)) continue
    const values = { from: clock.stamp(event.at), to: end ? clock.stamp(end.event.at) : '' }
    let text = say((waits ? strings.waiting : strings.waited)[event.reason], values)
    if (waits && event.until) text = say(strings.waitingUntil, { text, until: clock.stamp(event.until) })
    const words = oneLine(event.words ?? '')
    const joins = session.header.rules === 1
    if (words && joins) text = say(strings.withWords, { text, words })
    const add = (role: string, said: string, rest: Pick<NoteLine, 'audience' | 'words'>) => {
      const events = end ? [event.id, end.event.id] : [event.id]
      const line: NoteLine = { key: `${role}:${event.id}`, text: oneLine(said), events, ...rest }
      drafts.push({ section: waits ? 'next' : 'tried', seq: act.seq, line })
    }
    add('wait', text, { audience: 'everyone', words: 'ours' })
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
