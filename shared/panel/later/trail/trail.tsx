import { useRef } from 'preact/hooks'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { allPosts } from '../posts/posts.ts'
import { keepLines, type TrailLine, trailLines } from './trail-lines.ts'

/** What was done, oldest first; an answer that still counts is a button that changes it. */
export function Trail({ panel, scope }: { panel: Panel; scope: Scope }) {
  const state = scope.state.value
  // What a parked session waits for stands on its card.
  const waiting = state?.session.parked && state.session.acts.findLast(({ event }) => event.type === 'parked')
  const all = state ? trailLines(state.session, state.closure, allPosts(scope)) : []
  const drawn = useRef<TrailLine[]>([])
  drawn.current = keepLines(
    drawn.current,
    all.filter(({ event }) => event !== waiting?.event.id),
  )
  const lines = drawn.current
  if (lines.length === 0) return null
  return (
    <ol class="rf-trail" aria-label={allWords.value.run.trail}>
      {lines.map((line) => (
        <Line
          key={line.event}
          panel={panel}
          line={line}
          name={line.by === panel.me.value?.member.id ? undefined : state?.members[line.by]}
        />
      ))}
    </ol>
  )
}

/** One line; where it says the same as before it is not drawn again. */
function Line({ panel, line, name }: { panel: Panel; line: TrailLine; name: string | undefined }) {
  const t = allWords.value
  const content = (
    <>
      <span class="rf-label">{line.label}</span> <span class="rf-detail">{line.detail}</span>
      {line.tone === 'late' && <span class="rf-tag">{t.act.late}</span>}
      {name && <span class="rf-tag">{t.act.by(name)}</span>}
    </>
  )
  return (
    <li class={`rf-tone-${line.tone}`}>
      {line.changeable ? (
        <button
          type="button"
          class="rf-entry"
          title={t.run.change(line.label)}
          onClick={() => show(panel, 'change', line.event)}
        >
          {content}
        </button>
      ) : (
        <span class="rf-entry">{content}</span>
      )}
    </li>
  )
}
