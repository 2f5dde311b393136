import type { RunOf, RunOn } from './run.ts'

/** A ticket about a locked account, and ways through its flow. */
export const derek: RunOn = {
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

export const lockout: RunOf[] = [
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
