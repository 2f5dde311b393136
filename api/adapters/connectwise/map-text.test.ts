import { describe, expect, it } from 'vitest'
import { noteSchema, ticketNoteSchema, timeEntrySchema } from './api-types.ts'
import { fromNote, fromTicketNote, fromTimeEntry, joinTexts } from './map-text.ts'

const member = { id: 176, identifier: 'tech1', name: 'Technician One', _info: {} }
const note = (more: object) => fromTicketNote(ticketNoteSchema.parse({ id: 3, text: 'x', ...more }))
const entry = (more: object) => fromTimeEntry(timeEntrySchema.parse({ id: 8, notes: 'x', ...more }))

describe('fromTicketNote', () => {
  it('maps a technician’s note', () => {
    const mapped = note({
      noteType: 'TicketNote',
      text: 'Rebooted.',
      internalAnalysisFlag: true,
      member,
      originalAuthor: 'Technician One',
      _info: { dateEntered: '2025-01-05T14:02:11Z', lastUpdated: '2025-01-06T00:00:00Z' },
    })
    expect(mapped).toEqual({
      kind: 'note',
      id: 3,
      text: 'Rebooted.',
      discussion: false,
      internal: true,
      resolution: false,
      author: 'tech1',
      authorName: 'Technician One',
      byContact: false,
      createdAt: '2025-01-05T14:02:11Z',
      startedAt: null,
    })
  })

  it('knows a customer’s note', () => {
    const mapped = note({
      contact: { id: 5, name: 'Casey Client' },
      member: null,
      detailDescriptionFlag: true,
    })
    expect(mapped).toMatchObject({
      byContact: true,
      author: null,
      authorName: 'Casey Client',
      discussion: true,
    })
  })

  it('knows a note that nobody signs', () => {
    expect(note({})).toMatchObject({ byContact: false, author: null, authorName: null, createdAt: null })
  })

  it.each([
    ['TimeEntryNote', 'time'],
    ['MeetingNote', 'time'],
    ['TicketNote', 'note'],
    [null, 'note'],
  ])('takes %s for a %s', (noteType, kind) => {
    expect(note({ noteType }).kind).toBe(kind)
  })

  it('shows plain blanks and line ends, and keeps what is stored where that differs', () => {
    const stored = 'a\u00a0b\u200e\r\nc'
    expect(note({ text: stored })).toMatchObject({ text: 'a b\nc', raw: stored })
    expect(note({ text: 'a b' })).not.toHaveProperty('raw')
  })
})

describe('fromNote and fromTimeEntry', () => {
  it('map the plain lists', () => {
    const plain = noteSchema.parse({
      id: 4,
      ticketId: 69,
      text: 'x',
      resolutionFlag: true,
      createdBy: 'tech1',
      dateCreated: '2025-01-05T14:02:11Z',
    })
    expect(fromNote(plain)).toMatchObject({
      kind: 'note',
      id: 4,
      resolution: true,
      authorName: 'tech1',
      createdAt: '2025-01-05T14:02:11Z',
    })
    expect(
      entry({
        member,
        addToInternalAnalysisFlag: true,
        timeStart: '2025-01-05T14:00:00Z',
        dateEntered: '2025-01-05T15:00:00Z',
      }),
    ).toMatchObject({
      kind: 'time',
      id: 8,
      internal: true,
      author: 'tech1',
      createdAt: '2025-01-05T15:00:00Z',
    })
  })

  it('live without what may be missing', () => {
    expect(entry({ notes: null })).toMatchObject({ text: '', author: null, createdAt: null })
  })
})

describe('joinTexts', () => {
  const start = '2025-01-05T14:00:00Z'
  const shown = note({
    id: 8,
    noteType: 'TimeEntryNote',
    text: 'x',
    timeStart: start,
    internalAnalysisFlag: true,
  })

  it('tells a time entry once that both lists tell', () => {
    expect(joinTexts([shown], [entry({ timeStart: start, addToInternalAnalysisFlag: true })])).toHaveLength(1)
    expect(joinTexts([{ ...shown, id: 900 }], [entry({ timeStart: start })])).toHaveLength(1)
  })

  it('adds the entry that the ticket does not show', () => {
    expect(joinTexts([shown], [entry({ id: 9, notes: 'hidden' })]).map((text) => text.text)).toContain(
      'hidden',
    )
    expect(joinTexts([shown], [entry({ id: 8, notes: 'hidden' })]).map((text) => text.text)).toContain(
      'hidden',
    )
    expect(joinTexts([shown], [entry({ id: 9, notes: '  ' })])).toHaveLength(1)
  })

  it('keeps a note and an entry of the same id apart', () => {
    expect(joinTexts([note({ id: 8 })], [entry({ timeStart: start })]).map((text) => text.kind)).toEqual([
      'note',
      'time',
    ])
  })

  it('sorts by time, then by id, texts without a time first', () => {
    const at = (id: number, dateEntered?: string) => note({ id, _info: { dateEntered } })
    const joined = joinTexts(
      [at(3, '2025-01-02T00:00:00Z'), at(2, '2025-01-02T00:00:00Z'), at(1, '2025-01-03T00:00:00Z'), at(9)],
      [],
    )
    expect(joined.map((text) => text.id)).toEqual([9, 2, 3, 1])
    expect(joined[0]).not.toHaveProperty('startedAt')
  })
})
