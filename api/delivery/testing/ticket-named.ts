import type { Ticket } from '#api/ports/psa.ts'

/** A ticket of that number, open, of company 3. */
export function ticketNamed(id: number): Ticket {
  return {
    id,
    kind: 'service',
    summary: `Ticket ${id}`,
    board: { id: 1, name: 'Help Desk' },
    status: { id: 1, name: 'New', closed: false },
    company: { id: 3, name: 'Acme Dental', identifier: 'AcmeDental' },
    contact: null,
    priority: null,
    type: null,
    subType: null,
    item: null,
    agreement: null,
    owner: null,
    resources: [],
    severity: null,
    impact: null,
    closed: false,
    mergedInto: null,
    parent: null,
    hasChildren: false,
    createdAt: null,
    updatedAt: null,
    updatedBy: null,
    mails: { contact: false, resources: false, cc: null },
  }
}
