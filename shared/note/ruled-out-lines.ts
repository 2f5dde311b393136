import type { Session } from '../session/session.ts'
import { audienceOfWords } from './audience.ts'
import type { Draft } from './edit-lines.ts'
import type { Trace } from './trace-acts.ts'

/**
 * A line for each cause that answers rule out, once, with all their events. An answer counts until it no longer
 * stands, or until its step is answered otherwise. The words are the flow's, which begin in lower case.
 */
export function ruledOutLines(session: Session, traces: Trace[]): Draft[] {
  const bySteps = new Map<string, Trace[]>()
  for (const trace of traces) {
    if (trace.told.kind !== 'answer' || trace.last.standing !== 'stands') continue
    const step = trace.step?.join('/') ?? ''
    const before = bySteps.get(step)
    const same = before?.[0] && causeOf(before[0]) === causeOf(trace)
    if (same) before.push(trace)
    else bySteps.set(step, [trace])
  }
  const drafts = new Map<string, Draft>()
  const standing = [...bySteps.values()].flat().sort((a, b) => a.last.seq - b.last.seq)
  for (const trace of standing) {
    const cause = causeOf(trace)
    const events = trace.acts.map(({ event }) => event.id)
    const known = drafts.get(cause)
    if (known) known.line.events.push(...events)
    else if (cause) drafts.set(cause, draftOf(session, trace, events))
  }
  return [...drafts.values()]
}

function draftOf(session: Session, { told, last }: Trace, events: string[]): Draft {
  return {
    section: 'ruled_out',
    seq: last.seq,
    line: {
      key: `ruled:${events[0] ?? last.event.id}`,
      text: told.rulesOut ?? '',
      events,
      audience: told.causeFree ? audienceOfWords(session, undefined) : 'everyone',
      words: 'ours',
    },
  }
}

function causeOf({ told }: Trace): string {
  return told.rulesOut?.toLowerCase() ?? ''
}
