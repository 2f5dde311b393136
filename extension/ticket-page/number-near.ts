import { ticketNumber } from './ticket-in-address.ts'

const heading = /^(ticket|sr|service ticket)?\s*(#|no\.?|number|id)$/i
const inText = /(?:#\s?|\b(?:ticket|sr)\s*(?:#|no\.?|number)?\s*)([1-9]\d{0,9})\b/gi

/**
 * The ticket number of the list row that an element stands in, or null. Rows of a service board hold no links, so the
 * number is read from the column headed "Ticket #" or like it; without such a heading nothing is guessed.
 */
export function numberInRow(element: Element): number | null {
  const row = element.closest('tr, [role=row]')
  const table = row?.closest('table, [role=grid], [role=table]')
  if (!row || !table) return null
  const heads = [...table.querySelectorAll('th, [role=columnheader]')]
  const column = heads.findIndex((head) => heading.test((head.textContent ?? '').trim()))
  const cells = [...row.children].filter((cell) =>
    cell.matches('td, th, [role=gridcell], [role=cell], [role=rowheader]'),
  )
  return column < 0 ? null : ticketNumber((cells[column]?.textContent ?? '').trim().replace(/^#/, ''))
}

/** The ticket number written at a position of a text, such as in "see #12345"; null where none stands there. */
export function numberAt(text: string, position: number): number | null {
  const from = Math.max(0, position - 40)
  for (const found of text.slice(from, position + 40).matchAll(inText)) {
    const start = from + found.index
    if (start <= position && position <= start + found[0].length) return ticketNumber(found[1])
  }
  return null
}

/** The ticket number that a selection is: "#12345", "12345", "Ticket 12345", and nothing beside it. */
export function numberSelected(text: string): number | null {
  const digits = /^\s*(?:(?:service\s+|project\s+)?ticket\s*)?#?\s*([1-9]\d{2,9})[.,:;)]?\s*$/i.exec(
    text,
  )?.[1]
  return ticketNumber(digits)
}
