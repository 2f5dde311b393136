import type { Ticket } from '../../ports/psa.ts'
import type { MemoryPsaWorld } from './memory-psa.ts'

/** A small, whole world for tests: two boards, three tickets of one company, members, one machine. */
export function smallPsaWorld(): MemoryPsaWorld {
  const status = (id: number, name: string, more = {}) => ({
    id,
    name,
    closed: false,
    timeEntryAllowed: true,
    isDefault: false,
    mayMail: false,
    ...more,
  })
  const ticket = (id: number, summary: string, more: Partial<Ticket> = {}): Ticket => ({
    id,
    kind: 'service',
    summary,
    board: { id: 1, name: 'Help Desk' },
    status: { id: 11, name: 'New', closed: false },
    company: { id: 3, name: 'Acme Dental', identifier: 'AcmeDental' },
    contact: { id: 5, name: 'Casey Client' },
    priority: { id: 4, name: 'Priority 3 - Medium' },
    type: { id: 6, name: 'Email' },
    subType: null,
    item: null,
    agreement: { id: 9, name: 'Managed Services' },
    owner: 'tech1',
    resources: ['tech1'],
    severity: 'Medium',
    impact: 'Medium',
    closed: false,
    mergedInto: null,
    parent: null,
    hasChildren: false,
    createdAt: '2026-01-05T08:00:00Z',
    updatedAt: '2026-01-05T08:30:00Z',
    updatedBy: 'tech1',
    mails: { contact: true, resources: false, cc: null },
    ...more,
  })
  const member = (id: number, identifier: string, more = {}) => ({
    id,
    identifier,
    name: `Member ${id}`,
    email: `${identifier}@msp.example`,
    inactive: false,
    timeZone: 'Etc/UTC',
    hash: `hash-of-${identifier}`,
    ...more,
  })
  return {
    apiMember: 'api',
    members: [
      member(1, 'tech1'),
      member(2, 'tech2'),
      member(3, 'left', { inactive: true }),
      member(4, 'api', { hash: null }),
    ],
    boards: [
      {
        id: 1,
        statuses: [
          status(11, 'New', { isDefault: true }),
          status(12, 'In progress'),
          status(13, 'Waiting', { timeEntryAllowed: false }),
          status(14, 'Closed', { closed: true, mayMail: true }),
        ],
      },
      { id: 2, statuses: [status(21, 'New', { isDefault: true })] },
    ],
    tickets: [
      ticket(101, 'Outlook does not connect'),
      ticket(102, 'Printer offline on the second floor'),
      ticket(103, 'Account locked', { status: { id: 14, name: 'Closed', closed: true }, closed: true }),
    ],
    texts: [
      {
        ticket: 101,
        kind: 'note',
        id: 1,
        text: 'Outlook says “Disconnected” since this morning.',
        discussion: true,
        internal: false,
        resolution: false,
        author: null,
        authorName: 'Casey Client',
        byContact: true,
        createdAt: '2026-01-05T08:00:00Z',
      },
    ],
    configurations: [
      {
        id: 7,
        name: 'ACME-LT-014',
        type: 'Managed Workstation',
        osType: 'Windows 11',
        osInfo: '23H2',
        ipAddress: '10.0.0.14',
        macAddress: null,
        serialNumber: '5CG1234XYZ',
        modelNumber: null,
        tagNumber: null,
        lastLoginName: 'ACME\\casey',
        remoteLink: null,
        tickets: [101],
      },
    ],
    contacts: [
      {
        id: 5,
        firstName: 'Casey',
        lastName: 'Client',
        title: null,
        phone: '555-0100',
        email: 'casey@acme.example',
      },
    ],
    workTypes: [
      { id: 1, name: 'Remote', isDefault: true },
      { id: 2, name: 'On-site' },
    ],
    workRoles: [{ id: 1, name: 'Engineer' }],
    timeDefaults: {
      workType: { id: 1, name: 'Remote' },
      workRole: { id: 1, name: 'Engineer' },
      agreement: { id: 9, name: 'Managed Services' },
      billable: 'Billable',
    },
  }
}
