import type { FlowClosure } from '../flow/flow.ts'
import type { Session } from '../session/session.ts'
import type { NoteDocument } from './document.ts'
import { type ComposeOptions, draftLines } from './draft-lines.ts'
import { sectionOrder } from './edit-lines.ts'
import { english, type NoteStrings } from './strings.ts'

/** A note of so many events or fewer reads as one paragraph. */
const MOST_SHORT = 5

/**
 * The note of a session: a line for each act that stands, or that happened before going back, each with the ids
 * of its events. Total, and the same everywhere for the same session and options.
 */
export function composeNote(
  session: Session,
  closure: FlowClosure | null,
  options: ComposeOptions,
): NoteDocument {
  const { from, told = null, strings = english } = options
  const { made, lines, steps } = draftLines(session, closure, options)
  const time = lines.some(({ section }) => section === 'time')
  const isNew = lines.some(({ section }) => section !== 'time')
  const added = lines.filter(({ added }) => added)
  const events = told
    ? new Set(lines.flatMap(({ rests = [] }) => rests.map((one) => one.slice(one.indexOf(':') + 1))))
    : new Set([...made, ...added].flatMap(({ line }) => line.events))
  const thin = () => {
    if (told) return isNew || time ? null : strings.thinSince
    return from > 0 && made.length === 0 && time ? null : thinness(steps.size, added.length, strings)
  }
  return {
    sections: sectionOrder.flatMap((kind) => {
      const own = lines.filter(({ section }) => section === kind).map(({ line }) => line)
      return own.length > 0 ? [{ kind, lines: own }] : []
    }),
    short: events.size <= MOST_SHORT,
    thin: thin(),
  }
}

function thinness(steps: number, added: number, strings: NoteStrings): string | null {
  if (steps > 1) return null
  if (steps === 1) return strings.thinOne
  return added > 0 ? strings.thinWordsOnly : strings.thinNone
}
