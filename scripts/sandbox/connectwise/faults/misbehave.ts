import type { NewFault } from './fault.ts'

/** The latest that a late commit of the preset happens, in milliseconds. */
export const latestLateCommit = 10_000

const writes = ['POST /*/tickets/*/notes', 'POST /time/entries']

/**
 * The mixture behind "Make ConnectWise misbehave". Each write may be lost before or after it is done, done
 * late, or answered by something that is no answer; reads are slow and now and then fail.
 */
export const misbehaviour: NewFault[] = [
  { match: '* /**', times: null, probability: 0.5, effect: { kind: 'latency', milliseconds: 200, to: 1200 } },
  ...writes.flatMap((match): NewFault[] => [
    { match, times: null, probability: 0.3, effect: { kind: 'reset-after' } },
    {
      match,
      times: null,
      probability: 0.2,
      effect: { kind: 'late-commit', milliseconds: 1500, to: latestLateCommit, client: 'reset' },
    },
    { match, times: null, probability: 0.2, effect: { kind: 'reset-before' } },
    { match, times: null, probability: 0.1, effect: { kind: 'html', status: 502, commits: true } },
    { match, times: null, probability: 0.1, effect: { kind: 'too-many', seconds: 2 } },
  ]),
  { match: 'PATCH /*/tickets/*', times: null, probability: 0.25, effect: { kind: 'reset-after' } },
  { match: 'PATCH /*/tickets/*', times: null, probability: 0.15, effect: { kind: 'status', status: 503 } },
  { match: 'GET /**', times: null, probability: 0.04, effect: { kind: 'status', status: 500 } },
  { match: 'GET /**', times: null, probability: 0.04, effect: { kind: 'truncate' } },
  { match: 'GET /**', times: null, probability: 0.03, effect: { kind: 'html', status: 200 } },
]
