import { describe, expect, it } from 'vitest'
import { ticketSchema } from './api-types.ts'
import { kindOf, named, toTicket, toTicketSummary } from './map-ticket.ts'

const reference = (id: number, name: string) => ({ id, name, _info: { x_href: 'https://cw.example/' } })
const full = {
  id: 69,
  summary: 'Outlook\u00a0does not connect',
  recordType: 'ServiceTicket',
  board: reference(1, 'Help Desk'),
  status: { ...reference(2, 'New'), sort: 1 },
  company: { id: 3, identifier: 'acme', name: 'Acme Ltd', _info: {} },
  contact: reference(4, 'Casey Client'),
  priority: { ...reference(5, 'Priority 1'), sort: 1 },
  type: reference(6, 'Email'),
  subType: reference(7, 'Outlook'),
  item: reference(8, 'Profile'),
  agreement: { ...reference(9, 'Managed'), type: 'Flat' },
  owner: { id: 10, identifier: 'tech1', name: 'Technician One' },
  resources: 'tech1, tech2,',
  severity: 'Low',
  impact: 'High',
  closedFlag: false,
  parentTicketId: 60,
  hasChildTicket: false,
  hasMergedChildTicketFlag: true,
  automaticEmailContactFlag: true,
  automaticEmailResourceFlag: false,
  automaticEmailCcFlag: true,
  automaticEmailCc: 'boss@acme.example',
  _info: { dateEntered: '2025-01-05T14:02:11Z', lastUpdated: '2025-01-06T00:00:00Z', updatedBy: 'tech2' },
  somethingNew: { in: 'the next release' },
}

describe('toTicket', () => {
  it('maps every field', () => {
    expect(toTicket(ticketSchema.parse(full), true)).toEqual({
      id: 69,
      kind: 'service',
      summary: 'Outlook does not connect',
      board: { id: 1, name: 'Help Desk' },
      status: { id: 2, name: 'New', closed: true },
      company: { id: 3, name: 'Acme Ltd', identifier: 'acme' },
      contact: { id: 4, name: 'Casey Client' },
      priority: { id: 5, name: 'Priority 1' },
      type: { id: 6, name: 'Email' },
      subType: { id: 7, name: 'Outlook' },
      item: { id: 8, name: 'Profile' },
      agreement: { id: 9, name: 'Managed' },
      owner: 'tech1',
      resources: ['tech1', 'tech2'],
      severity: 'Low',
      impact: 'High',
      closed: true,
      mergedInto: null,
      parent: 60,
      hasChildren: true,
      createdAt: '2025-01-05T14:02:11Z',
      updatedAt: '2025-01-06T00:00:00Z',
      updatedBy: 'tech2',
      mails: { contact: true, resources: false, cc: 'boss@acme.example' },
    })
  })

  it('lives with the least there can be', () => {
    const least = ticketSchema.parse({ id: 1, company: { id: 3 } })
    expect(toTicket(least, false)).toMatchObject({
      summary: '',
      board: { id: 0, name: '' },
      company: { id: 3, name: '', identifier: '' },
      contact: null,
      resources: [],
      mails: { contact: false, resources: false, cc: null },
      createdAt: null,
    })
  })

  it('mails no copy where the ticket says so, whoever is still named', () => {
    const ticket = ticketSchema.parse({ ...full, automaticEmailCcFlag: false })
    expect(toTicket(ticket, false).mails.cc).toBeNull()
  })

  it('names the ticket that this one was merged into', () => {
    const ticket = ticketSchema.parse({ ...full, mergedParentTicket: { id: 70, summary: 'x' } })
    expect(toTicket(ticket, false).mergedInto).toBe(70)
  })

  it.each([{ summary: 'no id' }, { id: 1 }, { id: '1', company: { id: 3 } }, null])(
    'does not take %j',
    (bad) => {
      expect(ticketSchema.safeParse(bad).success).toBe(false)
    },
  )
})

describe('toTicketSummary', () => {
  it('keeps what a list shows', () => {
    expect(toTicketSummary(ticketSchema.parse(full), false)).toEqual({
      id: 69,
      kind: 'service',
      summary: 'Outlook does not connect',
      company: { id: 3, name: 'Acme Ltd' },
      board: 'Help Desk',
      status: 'New',
      closed: false,
      createdAt: '2025-01-05T14:02:11Z',
      updatedAt: '2025-01-06T00:00:00Z',
    })
  })
})

describe('kindOf and named', () => {
  it.each([
    ['ServiceTicket', 'service'],
    ['ProjectTicket', 'project'],
    ['ProjectIssue', 'project'],
    [null, 'service'],
  ])('%s is a %s ticket', (recordType, kind) => {
    expect(kindOf({ recordType })).toBe(kind)
  })

  it('shows the number of what has no name', () => {
    expect(named({ id: 5, name: null })).toEqual({ id: 5, name: '#5' })
    expect(named(null)).toBeNull()
  })
})
