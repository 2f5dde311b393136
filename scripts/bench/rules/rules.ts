import { checkFlow } from '#shared/flow/check-flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { composeNote } from '#shared/note/compose-note.ts'
import { fold } from '#shared/session/fold.ts'
import type { SessionHeader } from '#shared/session/session.ts'
import { startSession } from '#shared/session/start-session.ts'
import { atMost, type Figure, milliseconds, printed } from '../measure/figure.ts'
import { growthOf, type Sized, timed } from '../measure/growth.ts'
import { longClosure, longFlow, longLog, walker } from './long-flow.ts'

const sizes = [500, 1_000, 2_000]
/** A fold of 500 steps takes less than a millisecond, so that a single collection shows: more rounds than elsewhere. */
const rounds = 21

/** Twice the steps take twice the time; the rest is room for caches that no longer hold it all. */
const mostPerDoubling = 2.6

const header: SessionHeader = {
  id: '01980000-0000-7000-8000-000000000001',
  rules: 2,
  flow: flowRef('long-flow', 1),
  ticket: { id: 1, kind: 'service', summary: 'Everything is broken', company: { id: 1, name: 'Hill & Co' } },
  startedBy: walker,
  startedAt: '2026-11-24T00:00:00.000Z',
  facts: { 'contact.name': 'Kim' },
}

const options = {
  from: 0,
  poster: walker,
  members: { [walker]: 'Mara' },
  timeZone: 'Europe/Berlin',
  minutes: null,
}

const works: Record<string, Sized> = {
  'Check a flow': (size) => {
    const flow = longFlow(size)
    requireSound(checkFlow(flow, []).filter(({ severity }) => severity === 'error').length, 0)
    return () => checkFlow(flow, [])
  },
  'Start a session': (size) => {
    const closure = longClosure(size)
    return () => startSession(header, closure)
  },
  'Fold a log': (size) => {
    const closure = longClosure(size)
    const log = longLog(size)
    const late = fold(header, closure, log).acts.filter(({ standing }) => standing !== 'stands')
    requireSound(late.length, 0)
    return () => fold(header, closure, log)
  },
  'Write a note': (size) => {
    const closure = longClosure(size)
    const session = fold(header, closure, longLog(size))
    return () => composeNote(session, closure, options)
  },
}

/** The pure rules grow with their input and no faster: 500 steps, 1,000 and 2,000. */
export async function benchRules(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, work] of Object.entries(works)) {
    figures.push(
      atMost(
        `${name}, twice the steps over once (from 500 to 2,000)`,
        await growthOf(work, sizes, rounds),
        mostPerDoubling,
      ),
      printed(`${name} of 500 steps`, milliseconds(timed(work(500))())),
    )
  }
  return figures
}

function requireSound(found: number, expected: number): void {
  if (found !== expected) throw new Error(`The benchmark's own flow or log is unsound: ${found} findings.`)
}
