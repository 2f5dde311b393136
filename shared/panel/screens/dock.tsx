import type { Session } from '#shared/session/session.ts'
import { Button, KeyCap } from '../parts/button.tsx'
import { answer, answers, hasUnposted, record, takeDefault } from '../state/act.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'

/** What can be answered now. It stays at the same place, so that nothing moves under the pointer. */
export function Dock({ panel, scope }: { panel: Panel; scope: Scope }) {
  const session = scope.state.value?.session
  const here = scope.here.value
  if (!session) return null
  if (session.status === 'ended' || session.status === 'parked' || session.status === 'paused') {
    return <Rest panel={panel} scope={scope} session={session} />
  }
  const later = panel.later.value
  if (!here) return later && <later.FreeWork panel={panel} scope={scope} />
  const { step } = here
  if (step.kind === 'input')
    return later && <later.InputForm key={here.key} panel={panel} scope={scope} here={here} step={step} />
  if (step.kind === 'instruction') {
    if (step.risk === 'destructive') {
      return later && <later.TypedTarget key={here.key} panel={panel} scope={scope} here={here} step={step} />
    }
    const done = () => void record(panel, scope, { type: 'done', step: here.address })
    return (
      <div class="rf-dock" key={here.key}>
        <Button look="lead" icon="check" hint="Enter" onClick={done}>
          {words.value.run.done}
        </Button>
      </div>
    )
  }
  return <Choices panel={panel} scope={scope} />
}

function Choices({ panel, scope }: { panel: Panel; scope: Scope }) {
  const key = scope.here.value?.key ?? ''
  return (
    <fieldset class="rf-dock rf-choices" key={key}>
      <legend class="rf-hidden">{words.value.run.choices}</legend>
      {answers(scope).map((choice, index) => (
        <button
          type="button"
          key={choice.id}
          class={`rf-choice ${index === 0 ? 'rf-first' : ''}`}
          onClick={() => answer(panel, scope, index)}
          aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
        >
          <span class="rf-key" aria-hidden="true">
            {index < 9 ? index + 1 : ''}
          </span>
          <span>{choice.label}</span>
          {index === 0 && <KeyCap of="Enter" />}
        </button>
      ))}
    </fieldset>
  )
}

/** The session rests: on to the note, or back to work. */
function Rest({ panel, scope, session }: { panel: Panel; scope: Scope; session: Session }) {
  const t = words.value
  const ended = session.status === 'ended'
  const posted = ended && !hasUnposted(session)
  return (
    <div class="rf-dock">
      <Button
        look={posted ? 'plain' : 'lead'}
        icon={ended && !posted ? 'note' : undefined}
        hint="Enter"
        onClick={() => takeDefault(panel, scope)}
      >
        {posted ? t.tool.other_flow : ended ? t.tool.note : t.run.resume}
      </Button>
    </div>
  )
}
