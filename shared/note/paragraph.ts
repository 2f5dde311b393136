import { type ArrangedLine, type ArrangedSection, type Block, dated } from './block.ts'
import type { SectionKind } from './document.ts'
import type { NoteStrings } from './strings.ts'

/** What happened, told in the order in which it did. */
const STORY: SectionKind[] = ['reported', 'tried', 'done', 'verified']
/** What follows from it: each section one sentence that names it; how it stands needs no name. */
const REST: SectionKind[] = [
  'ruled_out',
  'cause',
  'also_done',
  'next',
  'open_question',
  'verify_first',
  'time',
]

/**
 * A short note: one paragraph; after it a line for each skipped step and for each thing to verify first, where there
 * are several; and last each output under the line it belongs to.
 */
export function blocksOfParagraph(sections: ArrangedSection[], strings: NoteStrings): Block[] {
  const linesOf = (kind: SectionKind) => sections.find((section) => section.kind === kind)?.lines ?? []
  const checks = linesOf('verify_first')
  const story = inOrder(STORY.map(linesOf))
  const skipped = story.filter(({ passedOver }) => passedOver)
  const isApart = ({ passedOver }: ArrangedLine) => passedOver === true && skipped.length > 1
  const sentences = story.filter((line) => !isApart(line)).map((line) => sentence(dated(line)))
  for (const kind of REST) {
    const parts = linesOf(kind).map(dated)
    if (kind === 'next') sentences.push(...parts.map(sentence))
    else if (parts.length > 0 && !(kind === 'verify_first' && checks.length > 1))
      sentences.push(sentence(`${strings.headings[kind]}: ${parts.join('; ')}`))
  }
  const blocks: Block[] = sentences.length > 0 ? [{ kind: 'text', text: sentences.join(' ') }] : []
  if (skipped.length > 1) blocks.push({ kind: 'list', lines: skipped })
  if (checks.length > 1) {
    blocks.push({ kind: 'lead', text: `${strings.headings.verify_first}:` })
    blocks.push({ kind: 'list', lines: checks })
  }
  for (const { text, output } of sections.flatMap(({ lines }) => lines))
    if (output) blocks.push({ kind: 'lead', text: `${text}:` }, { kind: 'output', text: output })
  return blocks
}

/** Lines of several sections by the time they happened at; one without keeps its place after the line before it. */
function inOrder(groups: ArrangedLine[][]): ArrangedLine[] {
  const timed = groups.flatMap((lines) => {
    let last = ''
    return lines.map((line) => {
      last = line.at ?? last
      return { at: last, line }
    })
  })
  return timed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line)
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
