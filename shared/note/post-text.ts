import type { FlowClosure } from '../flow/flow.ts'
import { coveredUpTo } from '../session/coverage.ts'
import type { Session } from '../session/session.ts'
import { composeNote } from './compose-note.ts'
import type { Audience, NoteDocument } from './document.ts'
import { redactNote } from './redact-note.ts'
import { renderConnectWise } from './render-connectwise.ts'
import type { PosterTime } from './time-line.ts'

/** Everything that decides a post's text: whoever has the same session and these options gets the same text. */
export interface PostTextOptions {
  audience: Audience
  scope: 'since_last_post' | 'whole_session'
  poster: string
  /** Names by member id. */
  members: Record<string, string>
  /** The poster's IANA zone. */
  timeZone: string
  time: PosterTime | null
  /** The team's limit for a note, in UTF-16 units. */
  limit: number
  /** The team's own redaction terms. */
  terms: readonly string[]
}

export interface PostText {
  note: NoteDocument
  text: string
  /** How many values were replaced for this audience. */
  replaced: number
}

/** Room for the marker that the API puts at the end of internal text. */
const markerRoom = 30

/** A post's note and text, without its marker: the panel shows it, the API composes it again and compares. */
export function composePost(
  session: Session,
  closure: FlowClosure | null,
  options: PostTextOptions,
): PostText {
  const { audience, scope, poster, members, timeZone, time, limit, terms } = options
  const from = scope === 'whole_session' ? 0 : coveredUpTo(session)
  const composed = composeNote(session, closure, { from, poster, members, timeZone, minutes: time })
  const destination = audience === 'internal' ? 'internal' : 'client'
  const { note, replaced } = redactNote(composed, { destination, terms })
  const text = renderConnectWise(note, { audience, timeZone, limit: limit - markerRoom })
  return { note, text, replaced }
}
