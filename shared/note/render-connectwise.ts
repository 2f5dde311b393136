import { arrangeNote, type RenderOptions, type Squeeze } from './arrange-note.ts'
import type { NoteDocument } from './document.ts'
import { english, say } from './strings.ts'
import { writeMarkdown } from './write-markdown.ts'

export interface ConnectWiseOptions extends RenderOptions {
  /** The longest text in UTF-16 units; less than 600 counts as 600. */
  limit?: number
  /** The longest pasted output, in UTF-16 units. */
  outputLimit?: number
  /** A whole marker line, such as `Ref XXXXX-XXXXX-XXXXX`; it is the last line of internal text and of no other. */
  marker?: string | null
}

/** ConnectWise names no limit for notes; the nearest field that has one, the stopwatch's notes, takes 4,000. */
const LIMIT = 3_500
const LEAST_LIMIT = 600
const OUTPUT_LIMIT = 1_500

/**
 * The note in ConnectWise's Markdown: bold headings, lists, output fenced. Text that is too long first loses
 * output, then the length of its lines, then its oldest lines, and says so; outcome, time and marker always stay.
 * Empty where nothing is left for the audience.
 */
export function renderConnectWise(note: NoteDocument, options: ConnectWiseOptions): string {
  const { strings = english, outputLimit = OUTPUT_LIMIT } = options
  const limit = Math.max(options.limit ?? LIMIT, LEAST_LIMIT)
  const marker = options.audience === 'internal' ? options.marker : null
  const whole: Squeeze = { output: outputLimit, text: Number.POSITIVE_INFINITY, drop: 0 }

  const write = (squeeze: Squeeze): string => {
    const arranged = arrangeNote(note, options, squeeze)
    const blocks = writeMarkdown(arranged.blocks, (text) => `**${text}**`)
    if (blocks.length === 0) return ''
    if (arranged.dropped > 0) blocks.push(say(strings.linesLeftOut, { count: `${arranged.dropped}` }))
    else if (squeeze !== whole) blocks.push(strings.shortened)
    return [...blocks, ...(marker ? [marker] : [])].join('\n\n')
  }
  const lines = note.sections.reduce((sum, section) => sum + section.lines.length, 0)
  return firstFitting(write, limit, whole, lines)
}

/** Cut down step by step; leaving out lines comes last, and then as few as will do. */
function firstFitting(
  write: (squeeze: Squeeze) => string,
  limit: number,
  whole: Squeeze,
  lines: number,
): string {
  const least = { output: 60, text: 160 }
  const steps: Squeeze[] = [
    whole,
    ...[1_200, 600, 300, 150, least.output]
      .filter((output) => output < whole.output)
      .map((output) => ({ ...whole, output })),
    ...[600, 300, least.text].map((text) => ({ output: least.output, text, drop: 0 })),
  ]
  for (const step of steps) {
    const text = write(step)
    if (text.length <= limit) return text
  }
  let [low, high] = [1, Math.max(lines, 1)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (write({ ...least, drop: middle }).length <= limit) high = middle
    else low = middle + 1
  }
  return write({ ...least, drop: low })
}
