import { progressOf } from '#shared/session/progress.ts'
import { Icon } from '../../parts/icon.tsx'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'

/** How far the session is, and whether it could go on without a network. */
export function Progress({ scope }: { scope: Scope }) {
  const t = allWords.value
  const state = scope.state.value
  if (!state?.closure || !state.session.place) return null
  const { done, left } = progressOf(state.closure, state.session)
  const label = t.run.progress(done, Math.max(0, (left ?? 1) - 1))
  return (
    <>
      <span class="rf-note">{state.session.status === 'ended' ? t.pick.status.ended : label}</span>
      <progress aria-label={t.run.progressLabel} max={Math.max(1, done + (left ?? 1))} value={done} />
      {state.offlineReady && state.link !== 'offline' && (
        <span class="rf-ready" title={t.link.offlineReady}>
          <Icon name="down" />
          <span class="rf-hidden">{t.link.offlineReady}</span>
        </span>
      )}
    </>
  )
}
