import { closest, findAll, matches, textOf } from './page-elements.ts'
import { ticketNumber } from './ticket-in-address.ts'

const heading = /^(?:(?:service|project)\s+)?(?:ticket|sr)(?:\s*(?:#|no\.?|number|id))?$/i
const inText = /(?:#\s?|\b(?:ticket|sr)\s*(?:#|no\.?|number)?\s*)([1-9]\d{0,9})\b/gi

const rows = 'tr, [role=row]'
const cells = 'td, th, [role=gridcell], [role=cell], [role=rowheader], [role=columnheader]'
/** Headings stand in the row's own table, or in one beside it, so few steps further out. */
const mostSteps = 8
const mostHeads = 100
/** Characters of a heading or a number; a longer text is neither. */
const longest = 60

/**
 * The ticket number of the list row that an element stands in, or null. Rows of a service board hold no links, so the
 * number is read from the column headed "Ticket #" or like it; without such a heading nothing is guessed.
 */
export function numberInRow(element: Element): number | null {
  const row = closest(element, rows)
  if (!row) return null
  let around = row.parentElement
  for (let step = 0; around && step < mostSteps; step += 1) {
    const heads = findAll('th, [role=columnheader]', around).slice(0, mostHeads)
    if (heads.length > 0) return ticketNumber(textInColumn(row, columnOf(heads)).replace(/^#/, ''))
    around = around.parentElement
  }
  return null
}

/** How many cells stand before the one headed like a ticket's number; -1 where none is. */
function columnOf(heads: readonly Element[]): number {
  const at = heads.findIndex((head) => heading.test(textOf(head, longest).trim()))
  return at < 0 ? -1 : heads.slice(0, at).reduce((sum, head) => sum + widthOf(head), 0)
}

function textInColumn(row: Element, column: number): string {
  let at = 0
  for (const cell of row.children) {
    if (!matches(cell, cells)) continue
    if (at === column) return textOf(cell, longest).trim()
    at += widthOf(cell)
  }
  return ''
}

const widthOf = (cell: Element): number => (cell instanceof HTMLTableCellElement ? cell.colSpan : 1)

/** The ticket number written at a position of a text, such as in "see #12345"; null where none stands there. */
export function numberAt(text: string, position: number): number | null {
  const from = Math.max(0, position - 40)
  for (const found of text.slice(from, position + 40).matchAll(inText)) {
    const start = from + found.index
    if (start <= position && position <= start + found[0].length) return ticketNumber(found[1])
  }
  return null
}

/**
 * The ticket number that a selection is, and nothing beside it: "#12345", "Ticket 12345", and bare digits from five
 * on, since fewer are as often an error code or a port.
 */
export function numberSelected(text: string): number | null {
  if (text.length > longest) return null
  const named = /^\s*(?:(?:(?:service|project)\s+)?ticket\s*#?|#)\s*([1-9]\d{0,9})[.,:;)]?\s*$/i.exec(
    text,
  )?.[1]
  return ticketNumber(named ?? /^\s*([1-9]\d{4,9})[.,:;)]?\s*$/.exec(text)?.[1])
}
