import { describe, expect, it } from 'vitest'
import type { Ticket } from '#api/ports/psa.ts'
import { guardTicket } from './guard-ticket.ts'
import { plannedJob } from './testing/planned-job.ts'
import { ticketNamed } from './testing/ticket-named.ts'

const shown = { summary: 'Ticket 101', company: 3, closed: false }
const asShown = ticketNamed(101)
const guard = (changes: Partial<Ticket>, insist = false) =>
  guardTicket({ ...asShown, ...changes }, plannedJob({ delivery: { insist }, request: { shown } }))
const elsewhere = { company: { id: 4, name: 'Harbor Legal', identifier: 'Harbor' } }
const closed = { status: { id: 9, name: 'Closed', closed: true } }

describe('the look at a ticket right before a send', () => {
  it('lets a text go to the ticket that was shown', () => {
    expect(guard({})).toBeNull()
    expect(guard({ summary: ' Ticket 101 ' })).toBeNull()
  })

  it.each([
    ['belongs to another company', elsewhere, 'Harbor Legal'],
    ['was merged', { mergedInto: 99 }, '#99'],
    ['has another summary', { summary: 'Server down' }, '“Server down”'],
    ['was closed', closed, 'closed'],
  ])('asks a person where the ticket %s', (_, changes, word) => {
    const stopped = { state: 'needs_you', dueAt: null, message: expect.stringContaining(word) }
    expect(guard(changes)).toMatchObject(stopped)
  })

  it('lets it go where a person insists, but never to another company', () => {
    expect(guard({ mergedInto: 99 }, true)).toBeNull()
    expect(guard({ summary: 'Server down', ...closed }, true)).toBeNull()
    expect(guard(elsewhere, true)).toMatchObject({ state: 'needs_you' })
  })

  it('lets it go to a ticket that was shown closed', () => {
    const job = plannedJob({ request: { shown: { ...shown, closed: true } } })
    expect(guardTicket({ ...asShown, ...closed }, job)).toBeNull()
  })

  it('asks a person where the ticket is gone', () => {
    expect(guardTicket(null, plannedJob())).toMatchObject({ state: 'needs_you' })
  })
})
