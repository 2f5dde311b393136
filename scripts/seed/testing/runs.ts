import type { SessionHeader } from '#shared/session/session.ts'
import type { Move } from './run-flow.ts'

export interface Run {
  flow: string
  /** Names the run and the file that holds its note. */
  name: string
  ticket: Pick<SessionHeader, 'ticket' | 'facts'>
  moves: Move[]
  outcome: 'resolved' | 'escalate' | 'refer'
}

const priya: Run['ticket'] = {
  ticket: {
    id: 26251,
    kind: 'service',
    summary: 'Outlook not connecting, says Disconnected at the bottom',
    company: { id: 21, name: 'Harbor & Finch Architects' },
  },
  facts: {
    'contact.name': 'Priya Nair',
    'contact.firstName': 'Priya',
    'contact.email': 'priya.nair@harborfinch.example',
    'contact.phone': '207-555-0142',
    'configuration.name': 'HF-LT-014',
  },
}

const joined = 'Port 443: True\n\n             AzureAdJoined : YES\n                AzureAdPrt : YES'
const noToken = joined.replace('AzureAdPrt : YES', 'AzureAdPrt : NO')

const outlook: Omit<Run, 'flow' | 'ticket'>[] = [
  {
    name: 'fixed by a new sign-in',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'webmail', choose: 'works' },
      { at: 'shown', choose: 'disconnected' },
      { at: 'connection', enter: { connection: joined } },
      { at: 'sign-in', done: true },
      { at: 'mail-after-sign-in', choose: 'yes' },
    ],
  },
  {
    name: 'fixed by a new profile after a token without effect',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'webmail', choose: 'works' },
      { at: 'shown', choose: 'password' },
      { at: 'connection', enter: { connection: noToken } },
      { at: 'token', done: true },
      { at: 'sign-in', done: true },
      { at: 'mail-after-sign-in', choose: 'no' },
      { at: 'safe-mode', choose: 'no' },
      { at: 'profile', done: true, typed: 'HF-LT-014' },
      { at: 'mail-after-profile', choose: 'yes' },
    ],
  },
  {
    name: 'escalated to the network team',
    outcome: 'escalate',
    moves: [
      { at: 'affected', choose: 'several' },
      { at: 'health', choose: 'healthy' },
    ],
  },
  {
    name: 'escalated after every add-in',
    outcome: 'escalate',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'webmail', choose: 'works' },
      { at: 'shown', choose: 'disconnected' },
      { at: 'connection', enter: { connection: joined } },
      { at: 'sign-in', skip: 'done_before' },
      { at: 'mail-after-sign-in', choose: 'no' },
      { at: 'safe-mode', choose: 'yes' },
      { at: 'add-in', enter: { addIn: 'PDF Bridge' } },
      { at: 'mail-after-add-in', choose: 'no' },
      { at: 'add-in', enter: { addIn: 'Mail Shield' } },
      { at: 'mail-after-add-in', choose: 'no' },
      { at: 'add-in', enter: { addIn: 'CRM Connect' } },
      { at: 'mail-after-add-in', choose: 'no' },
      { at: 'add-in', enter: { addIn: 'Signature Helper' } },
      { at: 'mail-after-add-in', choose: 'no' },
    ],
  },
  {
    name: 'changed answer: webmail is refused after all',
    outcome: 'refer',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'webmail', choose: 'works' },
      { at: 'shown', choose: 'password' },
      { change: 'webmail', to: 'refused' },
    ],
  },
  {
    name: 'something else: the clock of the PC was wrong',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'webmail', choose: 'works' },
      { at: 'shown', choose: 'password' },
      { at: 'connection', enter: { connection: joined } },
      { did: 'Clock of HF-LT-014 was two hours behind: switched time sync on and set it right' },
      { conclude: 'resolved', words: 'Outlook connects since the clock is right, test mail in and out' },
    ],
  },
]

const megan: Run['ticket'] = {
  ticket: {
    id: 26258,
    kind: 'service',
    summary: 'Front desk printer shows offline, patients waiting',
    company: { id: 22, name: 'Bluestone Dental Group' },
  },
  facts: {
    'contact.name': 'Megan Holt',
    'contact.firstName': 'Megan',
    'configuration.name': 'BD-PRN-FRONT',
    'configuration.ipAddress': '198.51.100.45',
    'configuration.macAddress': '02:00:5E:20:02:45',
    'configuration.modelNumber': 'LaserWorks 4200dn',
    'configuration.serialNumber': 'SN-BD-PR-5580',
  },
}

const silent =
  'Pinging 198.51.100.45 with 32 bytes of data:\nReply from 198.51.100.31: Destination host unreachable.\nRequest timed out.\nRequest timed out.'
const answering =
  'Pinging 198.51.100.45 with 32 bytes of data:\nReply from 198.51.100.45: bytes=32 time=2ms TTL=64\nReply from 198.51.100.45: bytes=32 time=1ms TTL=64'

const printer: Omit<Run, 'flow' | 'ticket'>[] = [
  {
    name: 'fixed by giving the address back',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'all' },
      { at: 'display', choose: 'ready' },
      { at: 'ping', enter: { ping: silent } },
      { at: 'cable', done: true },
      { at: 'page-after-cable', choose: 'no' },
      { at: 'address', choose: 'other' },
      { at: 'reservation', done: true },
      { at: 'page-after-address', choose: 'yes' },
    ],
  },
  {
    name: 'fixed by emptying the queue',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'one' },
      { at: 'display', choose: 'ready' },
      { at: 'ping', enter: { ping: answering } },
      { at: 'queue', done: true },
      { at: 'page-after-queue', choose: 'yes' },
    ],
  },
  {
    name: 'escalated: silent at the right address',
    outcome: 'escalate',
    moves: [
      { at: 'affected', choose: 'all' },
      { at: 'display', choose: 'ready' },
      { at: 'ping', enter: { ping: silent } },
      { at: 'cable', done: true },
      { at: 'page-after-cable', choose: 'no' },
      { at: 'address', choose: 'same' },
      { at: 'ping', enter: { ping: silent } },
      { at: 'cable', skip: 'done_before' },
      { at: 'page-after-cable', choose: 'no' },
      { at: 'address', choose: 'same' },
    ],
  },
  {
    name: 'referred for service',
    outcome: 'refer',
    moves: [
      { at: 'affected', choose: 'all' },
      { at: 'display', choose: 'error' },
      { at: 'make-ready', done: true },
      { at: 'page-after-ready', choose: 'no' },
    ],
  },
  {
    name: 'changed answer: one PC only',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'all' },
      { at: 'display', choose: 'ready' },
      { change: 'affected', to: 'one' },
      { at: 'display', choose: 'ready' },
      { at: 'ping', enter: { ping: answering } },
      { at: 'queue', done: true },
      { at: 'page-after-queue', choose: 'no' },
      { at: 'port', done: true },
      { at: 'page-after-port', choose: 'yes' },
    ],
  },
  {
    name: 'something else: plugged in again behind the cupboard',
    outcome: 'resolved',
    moves: [
      { at: 'affected', choose: 'all' },
      { at: 'display', choose: 'ready' },
      { at: 'ping', enter: { ping: silent } },
      { did: 'Small switch behind the cupboard had no power: had it plugged in again' },
      { conclude: 'resolved', words: 'Test pages from both PCs since the small switch has power' },
    ],
  },
]

const derek: Run['ticket'] = {
  ticket: {
    id: 26263,
    kind: 'service',
    summary: 'Account locked out again, third time today',
    company: { id: 23, name: 'Northgate Logistics' },
  },
  facts: {
    'contact.name': 'Derek Boone',
    'contact.firstName': 'Derek',
    'contact.email': 'dboone@northgate.example',
    'contact.phone': '315-555-0133',
    'configuration.name': 'NG-WS-DISP2',
  },
}

const lockout: Omit<Run, 'flow' | 'ticket'>[] = [
  {
    name: 'fixed at the computer that locked it',
    outcome: 'resolved',
    moves: [
      { at: 'stopped', choose: 'windows' },
      { at: 'confirm', choose: 'called-back' },
      { at: 'state', choose: 'locked' },
      { at: 'source', enter: { caller: 'NG-SCAN-02' } },
      { at: 'on-caller', choose: 'task' },
      { at: 'task', done: true },
      { at: 'unlock', done: true },
      { at: 'stays-open', choose: 'yes' },
    ],
  },
  {
    name: 'fixed at the phone after a first source',
    outcome: 'resolved',
    moves: [
      { at: 'stopped', choose: 'windows' },
      { at: 'confirm', choose: 'manager' },
      { at: 'state', choose: 'locked' },
      { at: 'source', enter: { caller: 'NG-SCAN-02' } },
      { at: 'on-caller', choose: 'session' },
      { at: 'session', done: true, typed: 'ng-scan-02' },
      { at: 'unlock', done: true },
      { at: 'stays-open', choose: 'no' },
      { at: 'source', enter: { caller: 'none' } },
      { at: 'devices', done: true },
      { at: 'unlock', done: true },
      { at: 'stays-open', choose: 'yes' },
    ],
  },
  {
    name: 'fixed in Entra ID after a second device',
    outcome: 'resolved',
    moves: [
      { at: 'stopped', choose: 'cloud' },
      { at: 'confirm', choose: 'called-back' },
      { at: 'cloud', choose: 'known' },
      { at: 'cloud-devices', done: true },
      { at: 'cloud-open', choose: 'no' },
      { at: 'cloud', choose: 'known' },
      { at: 'cloud-devices', done: true },
      { at: 'cloud-open', choose: 'yes' },
    ],
  },
  {
    name: 'escalated: sign-ins from foreign places',
    outcome: 'escalate',
    moves: [
      { at: 'stopped', choose: 'cloud' },
      { at: 'confirm', choose: 'code' },
      { at: 'cloud', choose: 'foreign' },
    ],
  },
  {
    name: 'escalated: the caller cannot be confirmed',
    outcome: 'escalate',
    moves: [
      { at: 'stopped', choose: 'windows' },
      { at: 'confirm', choose: 'no' },
    ],
  },
  {
    name: 'changed answer: kept credentials after all',
    outcome: 'resolved',
    moves: [
      { at: 'stopped', choose: 'windows' },
      { at: 'confirm', choose: 'called-back' },
      { at: 'state', choose: 'locked' },
      { at: 'source', enter: { caller: 'NG-SCAN-02' } },
      { at: 'on-caller', choose: 'task' },
      { change: 'on-caller', to: 'kept' },
      { at: 'kept', done: true },
      { at: 'unlock', done: true },
      { at: 'stays-open', choose: 'yes' },
    ],
  },
  {
    name: 'something else: the scanner PC is taken out of use',
    outcome: 'resolved',
    moves: [
      { at: 'stopped', choose: 'windows' },
      { at: 'confirm', choose: 'called-back' },
      { at: 'state', choose: 'locked' },
      { at: 'source', enter: { caller: 'NG-SCAN-02' } },
      { title: 'Tasks on NG-SCAN-02', paste: 'ScanSync as NORTHGATE\\dboone\nScanPurge as SYSTEM' },
      { at: 'on-caller', choose: 'task' },
      { did: 'Switched NG-SCAN-02 off for good, as Ines Carvalho agreed: nobody needs it any more' },
      { at: 'task', notRelevant: 'does_not_apply' },
      { at: 'unlock', done: true },
      { at: 'stays-open', choose: 'yes' },
    ],
  },
]

const of = (flow: string, ticket: Run['ticket'], runs: Omit<Run, 'flow' | 'ticket'>[]): Run[] =>
  runs.map((run) => ({ flow, ticket, ...run }))

/** Work on the sandbox's tickets along the flows, as it comes. */
export const runs: Run[] = [
  ...of('outlook-not-connecting', priya, outlook),
  ...of('printer-offline', megan, printer),
  ...of('account-lockout', derek, lockout),
]
