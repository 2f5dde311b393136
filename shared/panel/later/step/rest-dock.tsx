import type { Session } from '#shared/session/session.ts'
import { Button } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { hasUnposted } from '../note/unposted.ts'

/** The session rests: on to the note, or back to work. */
export function RestDock({ panel, scope, session }: { panel: Panel; scope: Scope; session: Session }) {
  const t = allWords.value
  const ended = session.status === 'ended'
  const posted = ended && !hasUnposted(panel, scope)
  return (
    <div class="rf-dock">
      <Button
        look={posted ? 'plain' : 'lead'}
        icon={ended && !posted ? 'note' : undefined}
        hint="Enter"
        onClick={() => goOn(panel, scope)}
      >
        {posted ? t.command.other_flow : ended ? t.command.note : t.run.resume}
      </Button>
    </div>
  )
}

/** Where a session that rests goes on: resumed, or to its note, or, once that is posted, to another flow. */
export function goOn(panel: Panel, scope: Scope): void {
  const session = scope.state.value?.session
  if (!session) return
  if (session.status === 'ended') scope.screen.value = hasUnposted(panel, scope) ? 'note' : 'pick'
  else record(panel, scope, { type: 'resumed' })
}
