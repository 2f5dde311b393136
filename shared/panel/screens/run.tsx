import { progressOf } from '#shared/session/progress.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'
import { Dock } from './dock.tsx'
import { RestCard } from './rest-card.tsx'
import { StepCard } from './step-card.tsx'
import { Toolbar } from './toolbar.tsx'
import { Trail } from './trail.tsx'

/** The session: what was done above, the one step, what can be answered, and the way to the ticket. */
export function Run({ panel, scope }: { panel: Panel; scope: Scope }) {
  const session = scope.state.value?.session
  if (!session) return null
  const resting = session.status !== 'active' || session.place === null
  return (
    <main class="rf-run">
      <Progress scope={scope} />
      <div class="rf-scroll">
        <Trail panel={panel} scope={scope} />
        {resting ? <RestCard panel={panel} scope={scope} /> : <StepCard scope={scope} />}
      </div>
      <Dock panel={panel} scope={scope} />
      <Toolbar panel={panel} scope={scope} />
    </main>
  )
}

function Progress({ scope }: { scope: Scope }) {
  const t = words.value
  const state = scope.state.value
  if (!state?.closure || !state.session.place) return null
  const { done, left } = progressOf(state.closure, state.session)
  const label = t.run.progress(done, Math.max(0, (left ?? 1) - 1))
  return (
    <div class="rf-progress">
      <span class="rf-note">{state.session.status === 'ended' ? t.pick.status.ended : label}</span>
      <progress aria-label={t.run.progressLabel} max={Math.max(1, done + (left ?? 1))} value={done} />
    </div>
  )
}
