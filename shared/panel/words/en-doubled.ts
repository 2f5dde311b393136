type Kind = 'note' | 'time'
const names = { note: 'note', time: 'time entry' } as const
const copy = (id: number, at: string) => (at ? `${id} of ${at}` : String(id))

/** The words around a text that stands in its ticket more than once, in English. */
export const enDoubled = {
  remove: (kind: Kind, newer: number, at: string, older: number, olderAt: string) =>
    `Remove the newer ${names[kind]} ${copy(newer, at)}; ${copy(older, olderAt)} stays`,
  sure: (kind: Kind, id: number, at: string, ticket: number) =>
    `The ${names[kind]} ${copy(id, at)} goes from ticket #${ticket} for good, if nobody has changed it.`,
  billed: 'Its time is no longer billed then.',
  yes: (kind: Kind, id: number) => `Remove ${names[kind]} ${id}`,
  no: 'Keep both',
}
