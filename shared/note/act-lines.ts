import type { Session } from '../session/session.ts'
import { audienceOfWords } from './audience.ts'
import type { Described } from './describe-act.ts'
import type { NoteLine } from './document.ts'
import type { Draft } from './edit-lines.ts'
import type { Placed } from './place-acts.ts'
import { type NoteStrings, say } from './strings.ts'
import type { Told } from './told.ts'

/** Who reads the note, and from which sequence on it tells. */
export interface Reader {
  from: number
  told?: Told | null
  poster: string
  members: Record<string, string>
}

/** The line of an act: its words, who acted if it was not the poster, and that it corrects an earlier note. */
export function actLine(
  { trace, section, failed }: Placed,
  session: Session,
  reader: Reader,
  strings: NoteStrings,
): Draft {
  const { acts, last, told, backs } = trace
  const { by } = last.event
  const root = acts[0] ?? last
  const same = acts.every((act) => act.event.type === last.event.type)
  let text = told.text || strings.untitledStep
  const isOld = root.seq <= reader.from || reader.told?.lines.has(`act:${root.event.id}`)
  if (acts.length > 1 && isOld) text = say(strings.corrected, { text })
  if (by !== reader.poster) {
    const name = Object.hasOwn(reader.members, by) ? reader.members[by] : undefined
    text = say(strings.byMember, { text, name: name ?? strings.anotherMember })
  }
  const line: NoteLine = {
    key: `act:${root.event.id}`,
    text,
    events: [...acts.map(({ event }) => event.id), ...backs],
    audience: audienceOf(told, session),
    words: told.own ? 'technician' : 'ours',
    ...(section !== 'reported' && { at: (same && told.kind === 'done' ? root : last).event.at }),
    ...(told.output !== undefined && { output: told.output }),
    ...(told.kind === 'passed_over' && { passedOver: true }),
    ...(failed && { guard: 'failed_attempt' }),
  }
  const rests = acts.map(({ event }) => `act:${event.id}`)
  return { section, seq: last.seq, line, rests }
}

function audienceOf({ internal, free, client }: Described, session: Session): NoteLine['audience'] {
  if (internal) return client ? 'everyone' : 'internal'
  return free ? audienceOfWords(session, client) : 'everyone'
}
