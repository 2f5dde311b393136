import type { StepAddress } from '../session/event.ts'
import type { Act, Session } from '../session/session.ts'
import { type Described, describeAct } from './describe-act.ts'
import type { StepTexts } from './step-texts.ts'
import type { NoteStrings } from './strings.ts'

/** What one line tells: an act, with the acts that it corrects or repeats. */
export interface Trace {
  /** Oldest first; the last one is what the line says. */
  acts: Act[]
  last: Act
  step: StepAddress | undefined
  told: Described
  /** Ids of the events that went back to it. */
  backs: string[]
}

/**
 * Follows each act of work through the session. A changed answer, or one given anew after going back to its
 * step, continues the trace that it corrects; so does the repeat, in the same words, of what going back undid.
 * Acts that were struck are left out.
 */
export function traceActs(session: Session, texts: StepTexts, strings: NoteStrings): Trace[] {
  const traces: Trace[] = []
  const byEvent = new Map<string, Trace>()
  /** What was gone back to or past, by step: the next act there may continue it. */
  const left = new Map<string, Trace>()
  for (const act of session.acts) {
    const { event, standing } = act
    if (standing === 'struck') continue
    const target = 'supersedes' in event ? byEvent.get(event.supersedes) : undefined
    if (target && standing !== 'late') {
      for (const trace of traces) if (trace.last.by === event.id) left.set(keyOf(trace.step), trace)
      left.set(keyOf(target.step), target)
      if (event.type === 'went_back') target.backs.push(event.id)
    }
    const step = 'step' in event ? event.step : target?.step
    const told = describeAct(act, step, texts, strings)
    if (!told) continue
    const earlier = standing === 'late' || !moves(told) ? undefined : left.get(keyOf(step))
    if (earlier && continues(earlier, told)) {
      left.delete(keyOf(step))
      earlier.acts.push(act)
      Object.assign(earlier, { last: act, told })
      byEvent.set(event.id, earlier)
    } else {
      const trace: Trace = { acts: [act], last: act, step, told, backs: [] }
      traces.push(trace)
      byEvent.set(event.id, trace)
    }
  }
  return traces.sort((a, b) => a.last.seq - b.last.seq)
}

/** Whether an act told anew takes the place of what was left; what was done stays, unless it is done again. */
function continues({ last, told }: Trace, anew: Described): boolean {
  if (told.text === anew.text && told.output === anew.output) return true
  return last.standing === 'superseded' && told.kind !== 'done'
}

/** Whether an act leads from one step to the next, so that going back can leave it. */
function moves({ kind }: Described): boolean {
  return kind !== 'acted' && kind !== 'evidence' && kind !== 'words'
}

function keyOf(step: StepAddress | undefined): string {
  return step?.join('/') ?? ''
}
