import type { Me } from '#shared/contracts/member.ts'
import type { PostOptions, SuggestionsView, TicketView } from '#shared/contracts/ticket.ts'

export const member = '00000000-0000-4000-8000-00000000000a'

/** The signed-in member that panel tests act as. */
export function someMe(now: number): Me {
  return {
    member: {
      id: member,
      name: 'Kim Berg',
      role: 'engineer',
      lead: false,
      psaIdentifier: 'kberg',
      timeZone: 'Europe/Copenhagen',
      companies: null,
    },
    team: {
      id: '00000000-0000-4000-8000-0000000000ff',
      name: 'Northlight IT',
      timeZone: 'Europe/Copenhagen',
      redactionTerms: ['Bluefin'],
      noteSizeLimit: 4000,
      roundMinutesTo: 0,
      beforeSave: false,
    },
    now,
  }
}

/** A ticket as the API shows it. */
export function someTicket(id: number, summary = 'Outlook keeps asking for the password'): TicketView {
  return {
    id,
    kind: 'service',
    summary,
    board: { id: 1, name: 'Helpdesk' },
    status: { id: 10, name: 'In progress', closed: false },
    company: { id: 7, name: id === 1001 ? 'Hill & Partner' : 'Quayside Dental' },
    contact: { id: 3, name: 'Maria Lind', phone: '+45 55 01 02 03', email: 'maria@hill.example' },
    priority: 'Medium',
    agreement: { id: 5, name: 'Managed' },
    mergedInto: null,
    updatedAt: '2026-11-24T08:00:00.000Z',
    configurations: [
      {
        id: 9,
        name: 'HP-LT-014',
        type: 'Laptop',
        osType: 'Windows 11',
        ipAddress: '10.0.4.22',
        serialNumber: '5CG1',
        lastLoginName: 'mlind',
      },
    ],
    texts: [
      {
        id: 't1',
        text: 'Since this morning Outlook asks for the password every few minutes. Webmail works.',
        author: 'Maria Lind',
        byContact: true,
        at: '2026-11-24T08:00:00.000Z',
        tab: 'discussion',
        isTime: false,
      },
    ],
    recent: [],
    url: null,
  }
}

export const someSuggestions: SuggestionsView = {
  nothingFits: false,
  suggestions: [
    {
      flow: 'outlook',
      title: 'Outlook keeps asking for the password',
      summary: 'Outlook on Windows prompts again and again, or shows “Need password”.',
      words: ['Outlook', 'password', 'asks', 'webmail'],
      steps: 7,
      past: { used: 12, resolved: 9 },
    },
    {
      flow: 'printer',
      title: 'Printer offline',
      summary: 'A network printer shows as offline.',
      words: ['works'],
      steps: 6,
      past: { used: 0, resolved: 0 },
    },
  ],
}

export const someOptions: PostOptions = {
  statuses: [
    { id: 10, name: 'In progress', closed: false, timeEntryAllowed: true, mayMail: false },
    { id: 11, name: 'Waiting for client', closed: false, timeEntryAllowed: true, mayMail: true },
    { id: 12, name: 'Completed', closed: true, timeEntryAllowed: false, mayMail: true },
  ],
  workTypes: [
    { id: 1, name: 'Remote support' },
    { id: 2, name: 'On site' },
  ],
  workRoles: [{ id: 1, name: 'Engineer' }],
  defaults: {
    kind: 'note',
    statusAfter: { resolved: null, escalate: null, refer: null },
    workType: 1,
    workRole: 1,
    agreement: { id: 5, name: 'Managed' },
    billable: 'Billable',
  },
  locks: { time: null, discussions: false },
  mayMail: ['Maria Lind', 'Service desk list'],
  undoSeconds: { internal: 5, visible: 10 },
}
