import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { trailLines } from '../trail/trail-lines.ts'

/** The events behind a line of the note, as the panel lists them. */
export function Sources({ scope, events }: { scope: Scope; events: string[] }) {
  const state = scope.state.value
  if (!state) return null
  const lines = trailLines(state.session, state.closure).filter(({ event }) => events.includes(event))
  return (
    <ul class="rf-sources" aria-label={allWords.value.note.fromTo}>
      {lines.map((line) => (
        <li key={line.event}>
          <span class="rf-label">{line.label}</span> <b>{line.detail}</b>{' '}
          <span class="rf-note">{state.members[line.by] ?? ''}</span>
        </li>
      ))}
    </ul>
  )
}
