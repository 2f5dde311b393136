import { cleanText, oneLine } from './clean-text.ts'
import { cutText } from './cut-text.ts'
import type { Audience, NoteDocument, NoteLine } from './document.ts'
import { clockFor } from './format-time.ts'
import { english, type NoteStrings } from './strings.ts'

export interface RenderOptions {
  audience: Audience
  /** The poster's IANA zone and BCP 47 locale. */
  timeZone: string
  locale: string
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
  /** Sentences before everything else, such as how little was recorded. */
  opening: string | null
  short: boolean
  sections: ArrangedSection[]
  /** How many lines were left out to make it shorter. */
  dropped: number
}

export interface ArrangedSection {
  heading: string
  /** What the section's sentence begins with in the short form, or empty. */
  lead: string
  lines: ArrangedLine[]
}

export interface ArrangedLine {
  text: string
  /** When it happened: time of day, with the day where the note spans several; empty without. */
  when: string
  output: string | null
}

/**
 * What an audience may read of a note, with times in the poster's zone. Text that the client may see leaves out
 * internal lines, output, and the sentence about how little was recorded; nothing may be left then.
 */
export function arrangeNote(note: NoteDocument, options: RenderOptions, squeeze?: Squeeze): Arranged {
  const { strings = english, audience } = options
  const clock = clockFor(options.timeZone, options.locale)
  const internal = audience === 'internal'
  const readable = ({ audience: whom }: NoteLine) => internal || whom === 'everyone'
  const days = new Set(
    note.sections.flatMap(({ lines }) => lines.flatMap(({ at }) => (at ? [clock.day(at)] : []))),
  )
  const when = days.size > 1 ? clock.stamp : clock.time
  let toDrop = squeeze?.drop ?? 0

  const sections = note.sections.flatMap(({ kind, lines }): ArrangedSection[] => {
    const kept = lines.filter(readable).filter((line) => {
      const drop = toDrop > 0 && !(kind === 'time' || (kind === 'next' && line.guard === 'outcome'))
      if (drop) toDrop -= 1
      return !drop
    })
    if (kept.length === 0) return []
    const drawn = kept.map(({ text, at, output }): ArrangedLine => {
      const line = oneLine(text)
      const long = internal && output ? cleanText(output) : null
      return {
        text: squeeze && kind !== 'time' ? cutText(line, squeeze.text, strings) : line,
        when: at ? when(at) : '',
        output: long !== null && squeeze ? cutText(long, squeeze.output, strings) : long,
      }
    })
    return [{ heading: strings.headings[kind], lead: strings.leads[kind] ?? '', lines: drawn }]
  })
  const opening = internal && note.thin ? oneLine(note.thin) : null
  return { opening, short: note.short, sections, dropped: (squeeze?.drop ?? 0) - toDrop }
}

/** The short form: one sentence a line, its section named where that is needed. */
export function sentencesOf({ sections }: Arranged): string[] {
  return sections.flatMap(({ lead, lines }) =>
    lines.map(({ text, when }) => {
      const dated = when ? `${when} ${text}` : text
      const full = lead ? `${lead}: ${dated}` : dated
      return /[.!?…\]]$/.test(full) ? full : `${full}.`
    }),
  )
}
