import { actOf, type EventOf, saysNothing, type Verdict, type Work } from '../work.ts'

/** "I did something else": kept whatever the session's state. */
export function acted(_work: Work, event: EventOf<'acted'>): Verdict {
  return saysNothing(event.text) ? 'words_missing' : null
}

/** Pasted or dropped output: kept whatever the session's state. */
export function evidence(_work: Work, event: EventOf<'evidence'>): Verdict {
  return saysNothing(event.text) ? 'words_missing' : null
}

/** The start of the work is moved back; read when time is reckoned. */
export function startMoved(_work: Work, event: EventOf<'start_moved'>): Verdict {
  return isInstant(event.to) ? null : 'values_missing'
}

/** A stretch without activity is called work or not; read when time is reckoned. */
export function gapJudged(_work: Work, event: EventOf<'gap_judged'>): Verdict {
  return isInstant(event.from) && isInstant(event.to) ? null : 'values_missing'
}

/** A late act is kept as "also done" or struck; the last judgement counts. */
export function lateJudged({ session }: Work, event: EventOf<'late_judged'>): Verdict {
  const found = actOf(session, event.event)
  if (!found) return 'unknown_event'
  if (found.act.standing !== 'late' && found.act.standing !== 'struck') return 'not_possible_now'
  session.acts[found.index] = { ...found.act, standing: event.keep ? 'late' : 'struck' }
  return null
}

/** A post was accepted; the note after it covers what follows. */
export function posted({ effects }: Work, event: EventOf<'posted'>): Verdict {
  effects.push({ type: 'posted', post: event.post })
  return null
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}
