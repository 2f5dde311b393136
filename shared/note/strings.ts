import type { NotRelevantReason, ParkReason, SkipReason } from '../session/event.ts'
import type { SectionKind } from './document.ts'
import { variableWords } from './variable-words.ts'

/** Every word a note adds to what events and flows say; `{name}` marks a place to fill. */
export interface NoteStrings {
  /** BCP 47. */
  language: string
  /** January first. */
  months: string[]
  time: string
  day: string
  stamp: string
  headings: Record<SectionKind, string>
  /** Answers that read better in lower case after a colon. */
  plainAnswers: string[]
  instructionDone: string
  targetTyped: string
  nothingEntered: string
  corrected: string
  byMember: string
  anotherMember: string
  passedOver: string
  /** Why, behind the step that was skipped; nothing where the technician's own words say it. */
  skipped: Record<SkipReason, string>
  notRelevant: Record<NotRelevantReason, string>
  untitledEvidence: string
  /** Where it has the name of its step. */
  evidenceOf: string
  untitledStep: string
  waiting: Record<ParkReason, string>
  waited: Record<ParkReason, string>
  /** Under rules versions 1 and 2. */
  noAnswerAt: string
  waitingUntil: string
  aboutTheWait: string
  withWords: string
  outcome: Record<'resolved' | 'escalate' | 'refer', string>
  /** Resolved, though the last check was passed over. */
  notVerified: string
  cause: Record<'confirmed' | 'likely' | 'unknown', string>
  causeNotKnown: string
  handedTo: string
  notAnswered: string
  notDone: string
  noOpenQuestion: string
  nothingToVerify: string
  nextStep: string
  worked: string
  /** Of several days. */
  stretch: string
  lessThanAMinute: string
  minutes: string
  notCounted: string
  /** A variable without a value: one that tickets have, by its name in `variables`, or any other. */
  notOnTicket: string
  missing: string
  variables: Record<string, string>
  thinNone: string
  thinWordsOnly: string
  thinOne: string
  /** Everything was told before. */
  thinSince: string
  cut: string
  shortened: string
  linesLeftOut: string
  documentTitle: string
}

/** The English catalogue. */
export const english: NoteStrings = {
  language: 'en',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  time: '{hour}:{minute}',
  day: '{day} {month} {year}',
  stamp: '{day} {month}, {time}',
  headings: {
    reported: 'Reported',
    tried: 'Checked and tried',
    ruled_out: 'Ruled out',
    cause: 'Cause',
    done: 'Done',
    also_done: 'Also done',
    verified: 'Verified',
    open_question: 'Open question',
    verify_first: 'Verify first',
    next: 'Status and next',
    time: 'Time',
  },
  plainAnswers: ['Yes', 'No'],
  instructionDone: '{title}: done',
  targetTyped: '{text} (target {target})',
  nothingEntered: 'nothing entered',
  corrected: '{text} (corrected)',
  byMember: '{text} ({name})',
  anotherMember: 'another technician',
  passedOver: 'Skipped: {title}',
  skipped: {
    done_before: 'done before',
    no_access: 'no access',
    user_declined: 'the user declined',
    no_time: 'no time',
    other: '',
  },
  notRelevant: {
    other_device: 'not relevant, other device',
    other_software: 'not relevant, other software',
    already_known: 'not relevant, already known',
    does_not_apply: 'does not apply here',
    other: 'not relevant',
  },
  untitledEvidence: 'Pasted result',
  evidenceOf: 'Pasted result: {title}',
  untitledStep: 'Unnamed step',
  waiting: {
    waiting_client: 'Waiting for the client since {from}',
    waiting_vendor: 'Waiting for the vendor since {from}',
    waiting_part: 'Waiting for a part since {from}',
    scheduled: 'Scheduled, on hold since {from}',
    no_answer: 'No answer, on hold since {from}',
  },
  waited: {
    waiting_client: 'Waited for the client from {from} to {to}',
    waiting_vendor: 'Waited for the vendor from {from} to {to}',
    waiting_part: 'Waited for a part from {from} to {to}',
    scheduled: 'On hold as scheduled from {from} to {to}',
    no_answer: 'No answer on {from}, resumed {to}',
  },
  noAnswerAt: 'No answer at {from}, resumed {to}',
  waitingUntil: '{text}, to resume {until}',
  aboutTheWait: 'About the wait: {words}',
  withWords: '{text} ({words})',
  outcome: { resolved: 'Resolved', escalate: 'Escalated', refer: 'Referred' },
  notVerified: 'Resolved, not verified',
  cause: { confirmed: '{text} (confirmed)', likely: '{text} (likely)', unknown: 'Not known: {text}' },
  causeNotKnown: 'not known',
  handedTo: '{outcome} to {whom}',
  notAnswered: '{title} (not answered)',
  notDone: '{title} (not done)',
  noOpenQuestion: 'Not stated',
  nothingToVerify: 'Nothing was named',
  nextStep: 'Next step: {title}',
  worked: '{from} to {to}, {minutes}',
  stretch: '{from} to {to}',
  lessThanAMinute: 'less than 1 min',
  minutes: '{minutes} min',
  notCounted: '{text} (not counted: {gaps})',
  notOnTicket: '{what} (not on the ticket)',
  missing: '[{name} missing]',
  variables: variableWords,
  thinNone: 'No completed step was recorded.',
  thinWordsOnly: 'No completed step was recorded; the rest is in the technician’s own words.',
  thinOne: 'Only one step was recorded.',
  thinSince: 'Nothing was done since the last post.',
  cut: '[… {count} characters cut …]',
  shortened: '[Shortened to fit the size limit.]',
  linesLeftOut: '[Shortened to fit the size limit; lines left out: {count}.]',
  documentTitle: 'Ticket note',
}

/** Fills the `{name}` places of a catalogue text; an unknown name stays as it is. */
export function say(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
