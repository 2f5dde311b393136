import type { Session } from '../session/session.ts'
import type { Audience, NoteDocument, NoteLine } from './document.ts'
import type { Told } from './told.ts'

/** What a text for the client does not tell. */
export interface LeftOut {
  /** The lines that stay internal, in the order of the note. */
  lines: NoteLine[]
  /** The session has ended, or the text is to be the resolution, and how it ended is not among the rest. */
  outcome: boolean
}

/**
 * What a note leaves out for an audience; nothing where that is the team itself. `told`: what earlier posts told the
 * client, where the note leaves that out.
 */
export function leftOut(
  note: NoteDocument,
  session: Session,
  audience: Audience,
  told: Told | null = null,
): LeftOut {
  if (audience === 'internal') return { lines: [], outcome: false }
  const all = note.sections.flatMap(({ lines }) => lines)
  const isTold = session.outcome !== null && told?.lines.has(`outcome:${session.outcome.event}`)
  const tells = isTold || all.some((line) => line.key.startsWith('outcome:') && line.audience === 'everyone')
  return {
    lines: all.filter((line) => line.audience === 'internal'),
    outcome: !tells && (session.outcome !== null || audience === 'resolution'),
  }
}
