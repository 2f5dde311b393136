import type { NoteDocument, NoteLine } from './document.ts'

export interface LineChange {
  key: string
  change: 'added' | 'changed' | 'moved' | 'removed'
}

/** The ids of the events a line is made from, oldest first, the technician's edits of it last. */
export function eventsOf(line: NoteLine): string[] {
  return line.events
}

/** Whether removing a line asks why: it tells an attempt that failed, or the outcome. */
export function removalNeedsReason(line: NoteLine): boolean {
  return line.guard !== undefined
}

/**
 * What differs between two compositions of one note, by line key: in the order of `after`, then what was removed.
 * A line in another section with the same words is `moved`.
 */
export function changedLines(before: NoteDocument, after: NoteDocument): LineChange[] {
  const old = byKey(before)
  const now = byKey(after)
  const changes: LineChange[] = []
  for (const [key, { line, section }] of now) {
    const was = old.get(key)
    if (!was) changes.push({ key, change: 'added' })
    else if (saidDifferently(was.line, line)) changes.push({ key, change: 'changed' })
    else if (was.section !== section) changes.push({ key, change: 'moved' })
  }
  for (const key of old.keys()) if (!now.has(key)) changes.push({ key, change: 'removed' })
  return changes
}

function byKey({ sections }: NoteDocument): Map<string, { line: NoteLine; section: string }> {
  return new Map(
    sections.flatMap(({ kind, lines }) => lines.map((line) => [line.key, { line, section: kind }] as const)),
  )
}

function saidDifferently(a: NoteLine, b: NoteLine): boolean {
  return a.text !== b.text || a.output !== b.output || a.at !== b.at || a.outdated !== b.outdated
}
