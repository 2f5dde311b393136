import type { RunOf, RunOn } from './run.ts'

/** A ticket about a printer, and ways through its flow. */
export const megan: RunOn = {
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

export const printer: RunOf[] = [
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
