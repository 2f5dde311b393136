import type { FlowClosure } from '../flow/flow.ts'
import type { Session } from '../session/session.ts'
import { composeNote } from './compose-note.ts'
import type { Audience, NoteDocument } from './document.ts'
import { redactNote } from './redact-note.ts'
import { renderConnectWise } from './render-connectwise.ts'
import type { PosterTime } from './time-line.ts'
import type { Told } from './told.ts'
import { toldBefore } from './told-before.ts'

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
  /** What earlier posts told its readers, and this one leaves out; null where it leaves nothing out for that. */
  told: Told | null
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
  const told = scope === 'whole_session' ? null : toldBefore(session, closure, audience, terms)
  const reader = { from: 0, told, poster, members, timeZone }
  const composed = composeNote(session, closure, { ...reader, minutes: time })
  const destination = audience === 'internal' ? 'internal' : 'client'
  const { note, replaced } = redactNote(composed, { destination, terms })
  const text = renderConnectWise(note, { audience, timeZone, limit: limit - markerRoom })
  return { note, text, told, replaced }
}

/**
 * Whether a note is worth a post: it tells something that these readers were not told, or it is for a time entry and
 * has minutes. The time of an earlier day may be entered by itself; what was done in it may stand in the ticket already.
 */
export function isWorthPosting({ note, text }: PostText, isForTime: boolean): boolean {
  return text !== '' && note.sections.some(({ kind }) => kind !== 'time' || isForTime)
}
