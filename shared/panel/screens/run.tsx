import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { Dock } from './dock.tsx'
import { StepCard } from './step-card.tsx'
import { Toolbar } from './toolbar.tsx'

/** The session: what was done above, the one step, what can be answered, and the way to the ticket. */
export function Run({ panel, scope }: { panel: Panel; scope: Scope }) {
  const session = scope.state.value?.session
  const later = panel.later.value
  if (!session) return null
  const resting = session.status !== 'active' || session.place === null
  return (
    <main class="rf-run">
      <div class="rf-progress">{later && <later.Progress scope={scope} />}</div>
      <div class="rf-scroll">
        {later && <later.Trail panel={panel} scope={scope} />}
        {!resting ? (
          <StepCard panel={panel} scope={scope} />
        ) : (
          later && <later.RestCard panel={panel} scope={scope} />
        )}
      </div>
      <Dock panel={panel} scope={scope} />
      <Toolbar panel={panel} scope={scope} />
    </main>
  )
}
