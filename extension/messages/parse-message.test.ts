import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import {
  longestSelection,
  parseAskTicketPage,
  parseFromTicketPage,
  parseInserted,
  parseSelection,
  parseTicket,
} from './parse-message.ts'

const ticket = { id: 26251, kind: 'service' } as const
const insert = { type: 'insertNote', once: 'a', ticket, text: 'Done.', audience: 'internal' } as const

describe('what a ticket page says', () => {
  it('is a hint or the wish to open the panel, without anything added to it', () => {
    expect(parseFromTicketPage({ type: 'openPanel', tab: 3 })).toEqual({ type: 'openPanel' })
    expect(parseFromTicketPage({ type: 'ticketHint', hint: [{ ...ticket, company: 'x' }], more: 1 })).toEqual(
      {
        type: 'ticketHint',
        hint: [ticket],
      },
    )
    expect(parseFromTicketPage({ type: 'ticketHint', hint: [] })).toEqual({ type: 'ticketHint', hint: [] })
  })

  it.each([
    ['no message', null],
    ['a text', 'openPanel'],
    ['a list', [{ type: 'openPanel' }]],
    ['a message of our own pages', { type: 'hostsChanged' }],
    ['an insert', insert],
    ['an answer', { once: 'a', outcome: 'inserted' }],
    ['a hint that is no list', { type: 'ticketHint', hint: ticket }],
    ['a hint with a number that is a text', { type: 'ticketHint', hint: [{ id: '26251', kind: 'service' }] }],
    ['a hint with half a number', { type: 'ticketHint', hint: [{ id: 1.5, kind: 'service' }] }],
    ['a hint with another kind', { type: 'ticketHint', hint: [{ id: 1, kind: 'constructor' }] }],
    ['a hint too long to be one', { type: 'ticketHint', hint: Array(6).fill(ticket) }],
  ])('is nothing else: %s', (_, message) => {
    expect(parseFromTicketPage(message)).toBeNull()
  })

  it('is never anything else, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect([null, 'openPanel', 'ticketHint']).toContain(parseFromTicketPage(message)?.type ?? null)
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('what the worker asks', () => {
  it('comes through as it is', () => {
    expect(parseAskTicketPage(insert)).toEqual(insert)
    expect(parseAskTicketPage({ type: 'readSelection', once: 'b' })).toEqual({
      type: 'readSelection',
      once: 'b',
    })
    expect(parseAskTicketPage({ type: 'tellHint' })).toEqual({ type: 'tellHint' })
  })

  it.each([
    ['no one-time id', { ...insert, once: undefined }],
    ['an empty one', { ...insert, once: '' }],
    ['an endless one', { ...insert, once: 'x'.repeat(101) }],
    ['no text', { ...insert, text: ' \n' }],
    ['more text than a note holds', { ...insert, text: 'x'.repeat(100_001) }],
    ['no ticket', { ...insert, ticket: null }],
    ['another audience', { ...insert, audience: 'everybody' }],
    ['another wish', { ...insert, type: 'saveNote' }],
  ])('is nothing with %s', (_, message) => {
    expect(parseAskTicketPage(message)).toBeNull()
  })
})

describe('a page’s answer', () => {
  it('counts for its own question alone', () => {
    expect(parseInserted({ once: 'a', outcome: 'inserted' }, 'a')?.outcome).toBe('inserted')
    expect(parseInserted({ once: 'b', outcome: 'inserted' }, 'a')).toBeNull()
    expect(parseInserted({ once: 'a', outcome: 'posted' }, 'a')).toBeNull()
    expect(parseSelection({ once: 'b', text: '', under: null }, 'a')).toBeNull()
    expect(parseSelection({ once: 'a', text: 7, under: null }, 'a')).toBeNull()
  })

  it('holds no more text than one piece of evidence, and a number or none', () => {
    const read = parseSelection({ once: 'a', text: 'x'.repeat(longestSelection + 1), under: '12' }, 'a')
    expect(read?.text).toHaveLength(longestSelection)
    expect(read?.under).toBeNull()
    expect(parseSelection({ once: 'a', text: '', under: 26251 }, 'a')?.under).toBe(26251)
  })
})

describe('a ticket in a message', () => {
  it.each([0, -1, 10_000_000_000, Number.NaN, Number.POSITIVE_INFINITY, '1', null])(
    'has no number like %s',
    (id) => {
      expect(parseTicket({ id, kind: 'service' })).toBeNull()
    },
  )
})
