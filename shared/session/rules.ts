import type { SessionEvent } from './event.ts'
import { answered } from './events/answered.ts'
import { changedAnswer, wentBack } from './events/back.ts'
import { captured } from './events/captured.ts'
import { concluded } from './events/concluded.ts'
import { done } from './events/done.ts'
import { lineAdded, lineEdited, lineRemoved, lineRestored, lineShown } from './events/lines.ts'
import { passedOver } from './events/passed-over.ts'
import { acted, evidence, gapJudged, lateJudged, posted, startMoved } from './events/records.ts'
import { parked, paused, resumed } from './events/timing.ts'
import type { Verdict, Work } from './work.ts'

/**
 * Rules versions 1 and 2: what each event does to a session. Either changes the session and adds effects, or answers a
 * reason and leaves it untouched. A change of meaning is a new version beside this one.
 */
export function ruleOne(work: Work, event: SessionEvent): Verdict {
  switch (event.type) {
    case 'answered':
      return answered(work, event)
    case 'done':
      return done(work, event)
    case 'captured':
      return captured(work, event)
    case 'skipped':
    case 'not_relevant':
      return passedOver(work, event)
    case 'acted':
      return acted(work, event)
    case 'evidence':
      return evidence(work, event)
    case 'went_back':
      return wentBack(work, event)
    case 'changed_answer':
      return changedAnswer(work, event)
    case 'paused':
      return paused(work, event)
    case 'resumed':
      return resumed(work, event)
    case 'parked':
      return parked(work, event)
    case 'concluded':
      return concluded(work, event)
    case 'line_edited':
      return lineEdited(work, event)
    case 'line_added':
      return lineAdded(work, event)
    case 'line_removed':
      return lineRemoved(work, event)
    case 'line_restored':
      return lineRestored(work, event)
    case 'line_shown':
      return lineShown(work, event)
    case 'start_moved':
      return startMoved(work, event)
    case 'gap_judged':
      return gapJudged(work, event)
    case 'late_judged':
      return lateJudged(work, event)
    case 'post_withdrawn':
      return null
    case 'posted':
      return posted(work, event)
    default:
      return refuse(event)
  }
}

/** An event of a type this version has never heard of; the compiler proves there is none. */
function refuse(_event: never): Verdict {
  return 'not_possible_now'
}
