import type { ArrangedLine, ArrangedSection, Block } from './block.ts'
import { cleanText, oneLine } from './clean-text.ts'
import { cutText } from './cut-text.ts'
import type { Audience, NoteDocument, NoteLine } from './document.ts'
import { type Clock, clockFor } from './format-time.ts'
import { blocksOfParagraph } from './paragraph.ts'
import { english, type NoteStrings } from './strings.ts'

export interface RenderOptions {
  audience: Audience
  /** The poster's IANA zone. */
  timeZone: string
  /** Words of another language; English where absent. */
  strings?: NoteStrings
}

/** How far a text is cut down; without it nothing is cut. */
export interface Squeeze {
  /** The longest output, in UTF-16 units. */
  output: number
  /** The longest line. */
  text: number
  /** So many lines are left out, oldest first; outcome and time never are. */
  drop: number
}

/** A note as a renderer writes it out: nothing here is escaped, everything is cleaned. */
export interface Arranged {
  blocks: Block[]
  /** How many lines were left out to make it shorter. */
  dropped: number
}

/**
 * What an audience may read of a note, with times in the poster's zone: one paragraph if it is short, else a list
 * for each section. Text that the client may see leaves out internal lines, output, and the sentence about how
 * little was recorded; nothing may be left then.
 */
export function arrangeNote(note: NoteDocument, options: RenderOptions, squeeze?: Squeeze): Arranged {
  const { strings = english, audience } = options
  const clock = clockFor(options.timeZone, strings)
  const internal = audience === 'internal'
  const readable = ({ audience: whom }: NoteLine) => internal || whom === 'everyone'
  const when = whenOf(note, clock)
  let toDrop = squeeze?.drop ?? 0

  const sections = note.sections.flatMap(({ kind, lines }): ArrangedSection[] => {
    const kept = lines.filter(readable).filter((line) => {
      const drop = toDrop > 0 && !(kind === 'time' || (kind === 'next' && line.guard === 'outcome'))
      if (drop) toDrop -= 1
      return !drop
    })
    const drawn = kept.map(({ text, at, output, words, passedOver }): ArrangedLine => {
      const phrase = (kind === 'ruled_out' || kind === 'cause') && words === 'ours' && !note.short
      const line = phrase ? capitalised(oneLine(text)) : oneLine(text)
      const long = internal && output ? cleanText(output) : null
      return {
        text: squeeze && kind !== 'time' ? cutText(line, squeeze.text, strings) : line,
        when: at ? when(at) : '',
        ...(at && { at }),
        ...(passedOver && { passedOver }),
        output: long !== null && squeeze ? cutText(long, squeeze.output, strings) : long,
      }
    })
    return drawn.length > 0 ? [{ kind, lines: drawn }] : []
  })
  const opening: Block[] = internal && note.thin ? [{ kind: 'text', text: oneLine(note.thin) }] : []
  const blocks = note.short
    ? blocksOfParagraph(sections, strings)
    : sections.flatMap(({ kind, lines }): Block[] => [
        { kind: 'heading', text: strings.headings[kind] },
        { kind: 'list', lines },
      ])
  return { blocks: [...opening, ...blocks], dropped: (squeeze?.drop ?? 0) - toDrop }
}

/** How a note tells when something happened: by the time of day, with the day where its lines are of several. */
export function whenOf(note: NoteDocument, clock: Clock): (at: string) => string {
  const days = new Set(
    note.sections.flatMap(({ lines }) => lines.flatMap(({ at }) => (at ? [clock.day(at)] : []))),
  )
  return days.size > 1 ? clock.stamp : clock.time
}

/** The text with its first letter in upper case, as causes that were ruled out stand in lists. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
