import type { LineEdit, Session } from '../session/session.ts'
import { audienceOfWords } from './audience.ts'
import { oneLine } from './clean-text.ts'
import type { NoteLine, SectionKind } from './document.ts'

/** A line on its way into a section. */
export interface Draft {
  section: SectionKind
  /** Sequence of the act it tells: its place within the section. */
  seq: number
  line: NoteLine
  /**
   * What it tells and the events that say so, as `role:event`, without the technician's edits: a line was told where
   * all of them were.
   */
  rests?: string[]
  /** Written by the technician, not made from an act. */
  added?: true
  /** Says only that nothing is known: it goes where the technician says something of their own. */
  blank?: true
}

const SECTIONS: SectionKind[] = [
  'reported',
  'tried',
  'ruled_out',
  'cause',
  'done',
  'also_done',
  'verified',
  'open_question',
  'verify_first',
  'next',
  'time',
]

/** The sections of a note in reading order. */
export const sectionOrder: readonly SectionKind[] = SECTIONS

/**
 * Applies the technician's edits: changed and added lines are their words, removed ones vanish, and the client may
 * read a line or not as was said last. An added line
 * belongs to the note whose stretch it was written in (`from`, a sequence) and stands in *done* if its section is
 * unknown. A changed line is `outdated` where an event behind it is younger than the change.
 */
export function editLines(session: Session, drafts: Draft[], from: number): Draft[] {
  const edited = drafts.slice()
  for (const edit of session.edits) {
    const seq = seqOf(session, edit.event)
    if (edit.kind !== 'added' || seq <= from) continue
    const section = SECTIONS.find((kind) => kind === edit.section) ?? 'done'
    const text = oneLine(edit.text ?? '')
    const line: NoteLine = {
      key: edit.line,
      text,
      events: [edit.event],
      audience: audienceOfWords(session, edit.client),
      words: 'technician',
    }
    if (text) edited.push({ section, seq, line, added: true, rests: [`added:${edit.event}`] })
  }
  for (const edit of session.edits) {
    const index = edited.findIndex(({ line }) => line.key === edit.line)
    const draft = edited[index]
    if (!draft) continue
    if (edit.kind === 'removed') edited.splice(index, 1)
    if (edit.kind === 'edited') edited[index] = { ...draft, line: reword(session, draft.line, edit) }
    if (edit.kind === 'shown') edited[index] = { ...draft, line: show(session, draft.line, edit) }
  }
  const said = new Set(edited.filter(({ added }) => added).map(({ section }) => section))
  return edited.filter(({ blank, section, line }) => !blank || line.words !== 'ours' || !said.has(section))
}

/** What was let through is the line as it stood then: once something else is behind it, it is asked for anew. */
function show(session: Session, line: NoteLine, { event, client }: LineEdit): NoteLine {
  const at = seqOf(session, event)
  if (client && line.events.some((id) => seqOf(session, id) > at)) return line
  return { ...line, audience: client ? 'everyone' : 'internal', events: [...line.events, event] }
}

function reword(session: Session, line: NoteLine, edit: LineEdit): NoteLine {
  const text = oneLine(edit.text ?? '')
  if (!text) return line
  const at = seqOf(session, edit.event)
  // What was internal before is no less so for being reworded.
  const keeps = edit.client === undefined && line.audience === 'internal'
  const outdated = line.events.some((id) => seqOf(session, id) > at)
  return {
    ...line,
    text,
    words: 'technician',
    audience: keeps ? line.audience : audienceOfWords(session, edit.client),
    events: [...line.events, edit.event],
    ...(outdated && { outdated }),
  }
}

/** The sequence of an event of the session; 0 for one it does not hold. */
export function seqOf(session: Session, event: string): number {
  return Object.hasOwn(session.known, event) ? (session.known[event] ?? 0) : 0
}
