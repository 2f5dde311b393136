import { describe, expect, it } from 'vitest'
import type { HostTicket } from '#shared/panel/host.ts'
import { shownTicket } from './shown-ticket.ts'

const ticket = (id: number): HostTicket => ({ id, kind: 'service' })

describe('the ticket that the side panel shows', () => {
  it('is the only one that the tab seems to show', () => {
    expect(shownTicket({ pinned: null, hint: [ticket(1)], chosen: null })).toEqual(ticket(1))
  })

  it('is none where the tab shows none, or several', () => {
    expect(shownTicket({ pinned: null, hint: [], chosen: null })).toBeNull()
    expect(shownTicket({ pinned: null, hint: [ticket(1), ticket(2)], chosen: null })).toBeNull()
  })

  it('is the one chosen for the tab, until the tab shows something else', () => {
    const chosen = { ticket: ticket(7), hint: [ticket(1), ticket(2)] }
    expect(shownTicket({ pinned: null, hint: [ticket(1), ticket(2)], chosen })).toEqual(ticket(7))
    expect(shownTicket({ pinned: null, hint: [ticket(3)], chosen })).toEqual(ticket(3))
    expect(shownTicket({ pinned: null, hint: [], chosen })).toBeNull()
  })

  it('is the pinned one whatever the tab shows', () => {
    const chosen = { ticket: ticket(7), hint: [] }
    expect(shownTicket({ pinned: ticket(9), hint: [], chosen })).toEqual(ticket(9))
    expect(shownTicket({ pinned: ticket(9), hint: [ticket(3)], chosen: null })).toEqual(ticket(9))
  })
})
