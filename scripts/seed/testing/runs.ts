import { derek, lockout } from './lockout-runs.ts'
import { outlook, priya } from './outlook-runs.ts'
import { megan, printer } from './printer-runs.ts'
import type { Run, RunOf, RunOn } from './run.ts'

const of = (flow: string, ticket: RunOn, runs: RunOf[]): Run[] =>
  runs.map((run) => ({ flow, ticket, ...run }))

/** Work on the sandbox's tickets along the flows, as it comes. */
export const runs: Run[] = [
  ...of('outlook-not-connecting', priya, outlook),
  ...of('printer-offline', megan, printer),
  ...of('account-lockout', derek, lockout),
]
