import type { FlowClosure } from '../../flow/flow.ts'
import { composeNote } from '../compose-note.ts'
import type { NoteDocument } from '../document.ts'
import type { ComposeOptions } from '../draft-lines.ts'
import { renderPlain } from '../render-plain.ts'
import { at } from './printer-flow.ts'
import { type Happening, member, members, play } from './scripted-session.ts'

/** Mara posts from Berlin. */
export const reader: ComposeOptions = {
  from: 0,
  poster: member('mara'),
  members,
  timeZone: 'Europe/Berlin',
  minutes: null,
}

/** The note of a script. */
export function noteOf(
  closure: FlowClosure | null,
  script: Happening[],
  options: Partial<ComposeOptions> = {},
): NoteDocument {
  return composeNote(play(closure, script), closure, { ...reader, ...options })
}

/** The note of a script as internal plain text. */
export function textOf(
  closure: FlowClosure | null,
  script: Happening[],
  options: Partial<ComposeOptions> = {},
): string {
  return renderPlain(noteOf(closure, script, options), { ...reader, ...options, audience: 'internal' })
}

/** The first steps of most scripts. */
export const who: Happening = { minute: 1, type: 'answered', step: at('who'), choice: 'one' }
export const offline: Happening = { minute: 2, type: 'answered', step: at('status'), choice: 'offline' }
export const ready: Happening = { minute: 2, type: 'answered', step: at('status'), choice: 'ready' }
export const ping: Happening = {
  minute: 4,
  type: 'captured',
  step: at('ping'),
  values: { address: '10.4.8.21' },
}
