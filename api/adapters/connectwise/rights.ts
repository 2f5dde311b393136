/** One call to ConnectWise with which a right is tried. Names in braces stand for a record that is at hand. */
export type Trial =
  | {
      sort: 'read'
      path: string
      /** Old versions do not have it and answer 404 or 405, which is no question of rights. */
      mayLack?: true
    }
  /** A question that is asked by POST and changes nothing; refused for its content it still tells of the right. */
  | { sort: 'question'; path: string; body: Record<string, unknown> }
  /** A write that ConnectWise must refuse for its content. */
  | { sort: 'write'; method: 'POST' | 'PATCH'; path: string; body: unknown }

export interface Right {
  right: string
  /** Where the right is given: module, line and the levels of the security role. */
  where: string
  /** What it is needed for, where not every team needs it. */
  onlyFor?: string
  trials: Trial[]
}

const read = (path: string): Trial => ({ sort: 'read', path })
const projectTickets = { onlyFor: 'project tickets' }

/** ConnectWise's numbers are of 32 bits, and it names a status that is not on the board: see `status/id` in its errors. */
const noStatus = 2_147_483_647
const toNoStatus = (path: string): Trial => ({
  sort: 'write',
  method: 'PATCH',
  path,
  body: [{ op: 'replace', path: 'status', value: { id: noStatus } }],
})
/** Without a tab to stand in, a note is refused. */
const noNote = (path: string): Trial => ({ sort: 'write', method: 'POST', path, body: { text: '' } })

/** Every right that the product needs, with the calls that need it. A test compares them with what the adapter calls. */
export const rights: Right[] = [
  {
    right: 'Read tickets',
    where: 'Service Desk → Service Tickets: Inquire = All',
    trials: [read('/service/tickets'), read('/service/tickets/{ticket}')],
  },
  {
    right: 'Read the notes of tickets',
    where: 'Service Desk → Service Tickets: Inquire = All',
    trials: [
      { sort: 'read', path: '/service/tickets/{ticket}/allNotes', mayLack: true },
      read('/service/tickets/{ticket}/notes'),
    ],
  },
  {
    right: 'Read which configurations are on a ticket',
    where: 'Service Desk → Service Tickets: Inquire = All',
    trials: [read('/service/tickets/{ticket}/configurations')],
  },
  {
    right: 'Write notes on tickets',
    where: 'Service Desk → Service Tickets: Add and Edit = All',
    trials: [noNote('/service/tickets/{ticket}/notes')],
  },
  {
    right: 'Change a ticket’s status',
    where: 'Service Desk → Service Tickets: Edit = All',
    trials: [toNoStatus('/service/tickets/{ticket}')],
  },
  {
    right: 'Change closed tickets',
    where: 'Service Desk → Close Service Tickets: Edit and Inquire = All',
    trials: [toNoStatus('/service/tickets/{closedTicket}')],
  },
  {
    right: 'Read boards',
    where: 'System → Table Setup (Service / Service Board): Inquire = All',
    trials: [read('/service/boards/{board}')],
  },
  {
    right: 'Read the statuses of boards',
    where: 'System → Table Setup (Service / Service Board): Inquire = All',
    trials: [read('/service/boards/{board}/statuses')],
  },
  {
    right: 'Read time entries',
    where: 'Time & Expense → Time Entry: Inquire = All',
    trials: [read('/time/entries')],
  },
  {
    right: 'Ask what ConnectWise fills in for a time entry',
    where: 'Time & Expense → Time Entry: Add = All',
    trials: [
      {
        sort: 'question',
        path: '/time/entries/defaults',
        body: { chargeToId: '{ticket}', chargeToType: 'ServiceTicket', timeStart: '2026-01-05T09:00:00Z' },
      },
    ],
  },
  {
    right: 'Write time entries',
    where: 'Time & Expense → Time Entry: Add and Edit = All; Time Entry Billable Option: Edit = All',
    trials: [{ sort: 'write', method: 'POST', path: '/time/entries', body: {} }],
  },
  {
    right: 'Read work types',
    where: 'System → Table Setup (Time / Work Type): Inquire = All',
    trials: [read('/time/workTypes')],
  },
  {
    right: 'Read work roles',
    where: 'System → Table Setup (Time / Work Role): Inquire = All',
    trials: [read('/time/workRoles')],
  },
  {
    right: 'Read contacts',
    where: 'Companies → Contacts: Inquire = All',
    trials: [read('/company/contacts/{contact}')],
  },
  {
    right: 'Read configurations',
    where: 'Companies → Configurations: Inquire = All',
    trials: [read('/company/configurations')],
  },
  {
    right: 'Read members',
    where: 'System → Member Maintenance: Inquire = All',
    trials: [read('/system/members')],
  },
  {
    right: 'Read project tickets, their notes and configurations',
    where: 'Project → Project Tickets: Inquire = All',
    ...projectTickets,
    trials: [
      read('/project/tickets/{projectTicket}'),
      { sort: 'read', path: '/project/tickets/{projectTicket}/allNotes', mayLack: true },
      read('/project/tickets/{projectTicket}/notes'),
      read('/project/tickets/{projectTicket}/configurations'),
    ],
  },
  {
    right: 'Write notes on project tickets',
    where: 'Project → Project Tickets: Add and Edit = All',
    ...projectTickets,
    trials: [noNote('/project/tickets/{projectTicket}/notes')],
  },
  {
    right: 'Change a project ticket’s status',
    where: 'Project → Project Tickets: Edit = All; Close Project Tickets: Edit = All',
    ...projectTickets,
    trials: [toNoStatus('/project/tickets/{projectTicket}')],
  },
]

/** Where one record of each sort is found to try things on. */
export const samples: Record<string, { path: string; conditions?: string }> = {
  ticket: { path: '/service/tickets', conditions: 'closedFlag=False' },
  closedTicket: { path: '/service/tickets', conditions: 'closedFlag=True' },
  projectTicket: { path: '/project/tickets' },
  board: { path: '/service/boards' },
  contact: { path: '/company/contacts' },
}
