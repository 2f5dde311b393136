import type { TicketText } from '../../ports/psa.ts'
import type { CwNote, CwTicketNote, CwTimeEntry } from './api-types.ts'
import { displayText } from './display-text.ts'

/** A text, and when its work began where it is a time entry's: the same entry can be told in two lists. */
export type DatedText = TicketText & { startedAt: string | null }

/** A row of allNotes → a text. Meeting notes count as time: they are no ticket notes either. */
export function fromTicketNote(note: CwTicketNote): DatedText {
  const kind = note.noteType === null || note.noteType === 'TicketNote' ? 'note' : 'time'
  const created = note._info?.dateEntered ?? note.dateCreated ?? note.timeStart ?? note._info?.lastUpdated
  return {
    kind,
    id: note.id,
    ...displayText(note.text ?? ''),
    ...tabsOf(note),
    ...authorOf(note, note.originalAuthor),
    createdAt: created ?? null,
    startedAt: kind === 'time' ? note.timeStart : null,
  }
}

/** A ticket note from the plain list → a text. */
export function fromNote(note: CwNote): DatedText {
  return {
    kind: 'note',
    id: note.id,
    ...displayText(note.text ?? ''),
    ...tabsOf(note),
    ...authorOf(note, note.createdBy),
    createdAt: note.dateCreated ?? note._info?.dateEntered ?? note._info?.lastUpdated ?? null,
    startedAt: null,
  }
}

/** A time entry → a text. */
export function fromTimeEntry(entry: CwTimeEntry): DatedText {
  return {
    kind: 'time',
    id: entry.id,
    ...displayText(entry.notes ?? ''),
    discussion: entry.addToDetailDescriptionFlag,
    internal: entry.addToInternalAnalysisFlag,
    resolution: entry.addToResolutionFlag,
    ...authorOf({ member: entry.member, contact: null }, null),
    createdAt: entry.dateEntered ?? entry._info?.dateEntered ?? entry.timeStart,
    startedAt: entry.timeStart,
  }
}

/**
 * The two lists of a ticket → one, oldest first, each text once. A time entry counts as shown where the first list
 * tells it under its id or with its start, and with the same text or, for an entry that has a tab, any text.
 */
export function joinTexts(shown: DatedText[], entries: DatedText[]): TicketText[] {
  const times = shown.filter((text) => text.kind === 'time')
  const hidden = entries.filter(
    (entry) => entry.text.trim() !== '' && !times.some((time) => tellsOf(time, entry)),
  )
  return [...shown, ...hidden].sort(byTime).map(({ startedAt: _, ...text }) => text)
}

function tellsOf(time: DatedText, entry: DatedText): boolean {
  const sameText = time.text.trim() === entry.text.trim()
  const hasTab = entry.discussion || entry.internal || entry.resolution
  if (time.id === entry.id) return sameText || hasTab
  return sameText && time.startedAt !== null && time.startedAt === entry.startedAt
}

function byTime(one: DatedText, other: DatedText): number {
  const [first, second] = [epoch(one.createdAt), epoch(other.createdAt)]
  return first - second || one.id - other.id
}

function epoch(iso: string | null): number {
  const at = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(at) ? 0 : at
}

function tabsOf(note: {
  detailDescriptionFlag: boolean
  internalAnalysisFlag: boolean
  resolutionFlag: boolean
}) {
  return {
    discussion: note.detailDescriptionFlag,
    internal: note.internalAnalysisFlag,
    resolution: note.resolutionFlag,
  }
}

/** A member's text has the member and no contact; a customer's the other way round. */
function authorOf(
  note: { member: CwNote['member']; contact: CwNote['contact'] },
  signature: string | null,
): Pick<TicketText, 'author' | 'authorName' | 'byContact'> {
  const byContact = note.member === null && note.contact !== null
  return {
    author: note.member?.identifier ?? null,
    authorName: note.member?.name ?? note.contact?.name ?? signature,
    byContact,
  }
}
