import { reasonNeeded } from '../removal.ts'
import type { LineEdit, Session } from '../session.ts'
import { type EventOf, saysNothing, type Verdict, type Work } from '../work.ts'

/** A line of the note gets the technician's words; a later edit of the line replaces an earlier one. */
export function lineEdited({ session }: Work, event: EventOf<'line_edited'>): Verdict {
  if (saysNothing(event.text)) return 'words_missing'
  const { id, line, text } = event
  record(session, { event: id, kind: 'edited', line, text, ...said(event) })
  return null
}

/** A line of the technician's own; its key is the event's id. */
export function lineAdded({ session }: Work, event: EventOf<'line_added'>): Verdict {
  if (saysNothing(event.text)) return 'words_missing'
  const { id, section, text } = event
  record(session, { event: id, kind: 'added', line: id, section, text, ...said(event) })
  return null
}

/** A line is left out; a failed attempt and the outcome only with a reason. */
export function lineRemoved(work: Work, event: EventOf<'line_removed'>): Verdict {
  const { id, line, reason } = event
  if (saysNothing(reason) && reasonNeeded(work.closure, work.session, line)) return 'reason_missing'
  record(work.session, { event: id, kind: 'removed', line, ...(reason !== undefined && { reason }) })
  return null
}

/** Takes back the removal of a line or, where it was not removed, its edit, and who may read the words of that. */
export function lineRestored({ session }: Work, event: EventOf<'line_restored'>): Verdict {
  const undo =
    session.edits.find(({ line, kind }) => line === event.line && kind === 'removed') ??
    session.edits.find(({ line, kind }) => line === event.line && kind === 'edited')
  if (!undo) return 'not_possible_now'
  const said = (edit: LineEdit) => edit.kind === 'shown' && edit.line === undo.line
  session.edits = session.edits.filter((edit) => edit !== undo && !(undo.kind === 'edited' && said(edit)))
  return null
}

/** A line is for the client to read, or no longer. */
export function lineShown({ session }: Work, { id, line, client }: EventOf<'line_shown'>): Verdict {
  record(session, { event: id, kind: 'shown', line, client })
  return null
}

function said({ client }: { client?: boolean }): { client?: boolean } {
  return client === undefined ? {} : { client }
}

function record(session: Session, edit: LineEdit): void {
  session.edits = session.edits.filter(({ line, kind }) => line !== edit.line || kind !== edit.kind)
  session.edits.push(edit)
}
