import { type Panel, show } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import { allPosts } from './posts.ts'
import { type TrailLine, trailLines } from './trail-lines.ts'

/** What was done, oldest first; an answer that still counts is a button that changes it. */
export function Trail({ panel, scope }: { panel: Panel; scope: Scope }) {
  const state = scope.state.value
  // What a parked session waits for stands on its card.
  const waiting = state?.session.parked && state.session.acts.findLast(({ event }) => event.type === 'parked')
  const all = state ? trailLines(state.session, state.closure, allPosts(scope)) : []
  const lines = all.filter(({ event }) => event !== waiting?.event.id)
  if (lines.length === 0) return null
  return (
    <ol class="rf-trail" aria-label={allWords.value.run.trail}>
      {lines.map((line) => (
        <li key={line.event} class={`rf-tone-${line.tone}`}>
          <Entry
            panel={panel}
            line={line}
            own={line.by === panel.me.value?.member.id}
            names={state?.members ?? {}}
          />
        </li>
      ))}
    </ol>
  )
}

function Entry(props: { panel: Panel; line: TrailLine; own: boolean; names: Record<string, string> }) {
  const { panel, line, own, names } = props
  const t = allWords.value
  const name = own ? undefined : names[line.by]
  const content = (
    <>
      <span class="rf-label">{line.label}</span> <span class="rf-detail">{line.detail}</span>
      {line.tone === 'late' && <span class="rf-tag">{t.act.late}</span>}
      {name && <span class="rf-tag">{t.act.by(name)}</span>}
    </>
  )
  if (!line.changeable) return <span class="rf-entry">{content}</span>
  return (
    <button
      type="button"
      class="rf-entry"
      title={t.run.change(line.label)}
      onClick={() => show(panel, 'change', line.event)}
    >
      {content}
    </button>
  )
}
