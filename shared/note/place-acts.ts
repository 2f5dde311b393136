import type { FlowClosure } from '../flow/flow.ts'
import type { Session } from '../session/session.ts'
import type { SectionKind } from './document.ts'
import type { Trace } from './trace-acts.ts'

/** Where an act stands in the note, and whether it is an attempt that did not settle the matter. */
export interface Placed {
  trace: Trace
  section: SectionKind
  failed: boolean
}

/**
 * Sorts acts into sections; the rule is written down in docs/decisions/001-notes-from-events.md. An answer that was
 * gone back to and not given anew, and a skip that was gone back past, have no place.
 */
export function placeActs(session: Session, closure: FlowClosure | null, traces: Trace[]): Placed[] {
  const root = session.header.flow
  const kind = root && closure ? closure.flows[root]?.kind : undefined
  const checklist = kind === 'procedure' || kind === 'maintenance'
  const outcome = session.outcome?.kind
  const lastMiss = traces.findLast(isMiss)?.last.seq ?? 0
  const firstAct = traces.find(isIntervention)?.last.seq ?? Number.POSITIVE_INFINITY
  const firstDone = traces.find(isDeed)?.last.seq ?? Number.POSITIVE_INFINITY

  const place = ({ last, told }: Trace): SectionKind | null => {
    if (last.standing === 'late') return 'also_done'
    if (last.standing !== 'stands') {
      if (told.kind === 'passed_over') return null
      return last.standing === 'superseded' && told.kind !== 'done' ? null : 'tried'
    }
    if (isDeed({ told })) {
      return checklist || (outcome === 'resolved' && last.seq > lastMiss) ? 'done' : 'tried'
    }
    if (told.passed && (last.seq > firstDone || session.outcome?.event === last.event.id)) return 'verified'
    return told.asked && last.seq < firstAct ? 'reported' : 'tried'
  }

  const placed = traces.flatMap((trace): Placed[] => {
    const section = place(trace)
    return section ? [{ trace, section, failed: section === 'tried' && hasFailed(trace) }] : []
  })
  const beside = new Map<string, SectionKind>()
  for (const { trace, section } of placed) {
    if (trace.step && trace.told.kind !== 'evidence' && section !== 'also_done')
      beside.set(trace.step.join('/'), section)
  }
  for (const one of placed) {
    const { step, told } = one.trace
    if (told.kind !== 'evidence' || one.section === 'also_done') continue
    one.section = beside.get(step?.join('/') ?? '') ?? one.section
  }
  return placed

  function hasFailed({ last, told }: Trace): boolean {
    if (told.passed !== undefined) return !told.passed
    if (!isDeed({ told })) return false
    return (
      last.standing !== 'stands' || last.seq < lastMiss || (outcome !== undefined && outcome !== 'resolved')
    )
  }
}

/** A check that did not pass or that ruled something out: what was done before it did not settle the matter. */
function isMiss({ last, told }: Trace): boolean {
  return (
    last.standing === 'stands' && (told.passed === false || (told.rulesOut !== undefined && !told.passed))
  )
}

/** What the technician did or checked themselves; until then a session only takes in what the user says. */
function isIntervention({ last, told }: Trace): boolean {
  if (last.standing !== 'stands') return false
  return isDeed({ told }) || told.kind === 'evidence' || told.passed !== undefined
}

/** Something that was carried out, as against asked, read or checked. */
function isDeed({ told }: Pick<Trace, 'told'>): boolean {
  return told.kind === 'done' || told.kind === 'acted'
}
