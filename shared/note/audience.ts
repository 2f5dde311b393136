import type { Session } from '../session/session.ts'
import type { NoteLine } from './document.ts'

/**
 * Who may read what a technician wrote freely: nobody outside, unless they said that the client may (`client`). In
 * sessions under rules version 1 it was for everyone, and stays so where nothing was said.
 */
export function audienceOfWords({ header }: Session, client: boolean | undefined): NoteLine['audience'] {
  return (client ?? header.rules === 1) ? 'everyone' : 'internal'
}

/** Whether the client may read the line of this key as it came from its act; undefined where nobody said. */
export function saidOfLine({ edits }: Session, line: string): boolean | undefined {
  const own = edits.filter((edit) => edit.line === line)
  // What was said of a reworded line was said of the new words.
  if (own.some(({ kind }) => kind === 'edited')) return undefined
  return own.find(({ kind }) => kind === 'shown')?.client
}

/** Whether a value is a figure with at most a short unit, such as `12,5 ms`, and so no free words. */
export function isFigure(value: string): boolean {
  return /^\s*-?\d[\d.,]{0,20}\s?(?:[%°]|°?\p{L}{1,3})?\s*$/u.test(value)
}
