/** Statuses of a board. */
interface SeedStatus {
  name: string
  closed?: true
  noTime?: true
  start?: true
  escalation: 'NotResponded' | 'Responded' | 'ResolutionPlan' | 'Resolved' | 'NoEscalation'
}

/** A service board with its parts; ids are given in order of appearance. */
export interface SeedBoard {
  id: number
  name: string
  project?: true
  /** Refuses edits of notes, and time entries. */
  locked?: true
  statuses: SeedStatus[]
  types: { name: string; subTypes: string[] }[]
  items: string[]
  teams: string[]
}

const usual: SeedStatus[] = [
  { name: 'New', start: true, escalation: 'NotResponded' },
  { name: 'Assigned', escalation: 'NotResponded' },
  { name: 'In Progress', escalation: 'Responded' },
  { name: 'Scheduled', escalation: 'ResolutionPlan' },
  { name: 'Waiting on Client', escalation: 'NoEscalation' },
  { name: 'Waiting on Vendor', escalation: 'NoEscalation' },
  { name: 'Client Responded', escalation: 'Responded' },
  { name: 'Completed', escalation: 'Resolved' },
  { name: 'Closed', closed: true, escalation: 'Resolved' },
  { name: 'Cancelled - no time', closed: true, noTime: true, escalation: 'NoEscalation' },
]

export const seedBoards: SeedBoard[] = [
  {
    id: 1,
    name: 'Help Desk',
    statuses: usual,
    types: [
      { name: 'Email', subTypes: ['Outlook', 'Shared mailbox', 'Spam or phishing'] },
      { name: 'Printing', subTypes: ['Printer offline', 'Print quality', 'Driver'] },
      { name: 'Account', subTypes: ['Lock-out', 'Password reset', 'New starter', 'Leaver'] },
      { name: 'Workstation', subTypes: ['Performance', 'Hardware', 'Software'] },
      { name: 'Network', subTypes: ['Wi-Fi', 'VPN', 'Internet line'] },
    ],
    items: ['Break/fix', 'Request', 'Question'],
    teams: ['First line', 'Second line'],
  },
  {
    id: 2,
    name: 'Field Service',
    statuses: usual,
    types: [{ name: 'On site', subTypes: ['Hardware', 'Cabling'] }],
    items: ['Visit'],
    teams: ['Field'],
  },
  {
    id: 3,
    name: 'Security',
    statuses: usual.slice(0, 9),
    types: [{ name: 'Incident', subTypes: ['Phishing', 'Malware', 'Account misuse'] }],
    items: ['Report'],
    teams: ['Security'],
  },
  {
    id: 4,
    name: 'Monitoring',
    locked: true,
    statuses: usual.slice(0, 9),
    types: [{ name: 'Alert', subTypes: ['Disk', 'Backup', 'Offline'] }],
    items: ['Alert'],
    teams: ['First line'],
  },
  {
    id: 9,
    name: 'Projects',
    project: true,
    statuses: usual.slice(0, 9),
    types: [{ name: 'Rollout', subTypes: ['Migration'] }],
    items: ['Work package'],
    teams: ['Projects'],
  },
]

export const seedPriorities = [
  { id: 1, name: 'Priority 1 - Critical', color: 'Red', sortOrder: 1, level: 'Critical' },
  { id: 2, name: 'Priority 2 - High', color: 'Orange', sortOrder: 2, level: 'High' },
  { id: 3, name: 'Priority 3 - Medium', color: 'Yellow', sortOrder: 3, level: 'Medium', defaultFlag: true },
  { id: 4, name: 'Priority 4 - Low', color: 'Green', sortOrder: 4, level: 'Low' },
]

export const seedSources = ['Call', 'Email Connector', 'Portal', 'Monitoring', 'Walk-up']

export const seedWorkTypes = [
  { id: 1, name: 'Remote', billTime: 'Billable', overallDefaultFlag: true },
  { id: 2, name: 'On site', billTime: 'Billable' },
  { id: 3, name: 'After hours', billTime: 'Billable', rate: 1.5 },
  { id: 4, name: 'No charge', billTime: 'NoCharge' },
  { id: 5, name: 'Travel', billTime: 'DoNotBill' },
]

/** Roles; the drafting role may only be used at the second location. */
export const seedWorkRoles: { id: number; name: string; hourlyRate: number; locationIds?: number[] }[] = [
  { id: 1, name: 'Engineer', hourlyRate: 140 },
  { id: 2, name: 'Senior engineer', hourlyRate: 175 },
  { id: 3, name: 'Cabling', hourlyRate: 120, locationIds: [3] },
]

export const seedLocations = [
  { id: 2, name: 'Main Office' },
  { id: 3, name: 'Field Depot' },
]
