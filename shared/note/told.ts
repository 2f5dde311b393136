import type { Session } from '../session/session.ts'
import type { Draft } from './edit-lines.ts'
import { seqOf } from './edit-lines.ts'

/**
 * What earlier posts told the readers of a note. The team reads every text in the ticket, the client those that the
 * client may see.
 */
export interface Told {
  reader: 'team' | 'client'
  /** The lines they have read, each by what it rests on; see `Draft.rests`. */
  lines: ReadonlySet<string>
  /** All up to this sequence was told them, by posts that do not say to whom they were. */
  from: number
  /** The last sequence that a post to these readers covers: what was kept from it then stays so without being asked. */
  upTo: number
  /** The last sequence that any post covers; a note's own lines are named after it. */
  mark: number
}

/** The lines that these readers are still to be told; what only says that nothing is known goes with others alone. */
export function stillToTell(session: Session, lines: Draft[], told: Told): Draft[] {
  const open = lines.filter((draft) => draft.section === 'time' || !isTold(session, draft, told))
  return open.some(tells) ? open : open.filter(({ section }) => section === 'time')
}

/** Whether a line says what was done, found or decided: not the minutes, not the step to come, not that nothing is known. */
export function tells({ section, blank, line }: Draft): boolean {
  return section !== 'time' && !blank && !line.key.startsWith('place:')
}

function isTold(session: Session, { line, rests = [] }: Draft, told: Told): boolean {
  if (rests.every((one) => told.lines.has(one))) return true
  const isKept = told.reader === 'client' && line.audience === 'internal'
  return isKept && rests.every((one) => seqOf(session, one.slice(one.indexOf(':') + 1)) <= told.upTo)
}
