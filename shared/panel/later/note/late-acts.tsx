import { Button } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { trailLines } from '../trail/trail-lines.ts'
import { lateActs } from './late.ts'

/** Acts that came in when the flow had moved on: each is kept as "also done", or struck, before it is in the ticket. */
export function LateActs({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.late
  const state = scope.state.value
  const undecided = new Set(lateActs(panel, scope).map(({ event }) => event.id))
  if (!state || undecided.size === 0) return null
  const open = trailLines(state.session, state.closure).filter(({ event }) => undecided.has(event))
  return (
    <section class="rf-ask">
      <h3>{t.title}</h3>
      <p class="rf-note">{t.why}</p>
      {open.map((line) => (
        <div key={line.event} class="rf-row">
          <span class="rf-grow">
            {line.label} <b>{line.detail}</b>
          </span>
          <Button
            onClick={() => record(panel, scope, { type: 'late_judged', event: line.event, keep: true })}
          >
            {t.keep}
          </Button>
          <Button
            look="quiet"
            onClick={() => record(panel, scope, { type: 'late_judged', event: line.event, keep: false })}
          >
            {t.strike}
          </Button>
        </div>
      ))}
    </section>
  )
}
