import type { RunOf, RunOn } from './run.ts'

/** A ticket about Outlook, and ways through its flow. */
export const priya: RunOn = {
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

export const outlook: RunOf[] = [
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
