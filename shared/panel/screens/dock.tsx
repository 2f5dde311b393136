import { Button, KeyCap } from '../parts/button.tsx'
import { answer, answers, record } from '../state/act.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'

/** What can be answered now. It stays at the same place, so that nothing moves under the pointer. */
export function Dock({ panel, scope }: { panel: Panel; scope: Scope }) {
  const later = panel.later.value
  const session = scope.state.value?.session
  const here = scope.here.value
  if (!session) return null
  if (session.status !== 'active') {
    return later && <later.RestDock panel={panel} scope={scope} session={session} />
  }
  if (!here) return later && <later.FreeWork panel={panel} scope={scope} />
  const passed = later?.passedHere(scope)
  if (later && passed) return <later.GoOn panel={panel} scope={scope} passed={passed} />
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

/** More answers than this stand in two columns where there is little height. */
const oneColumn = 5
/** A label of this many characters stands there whole at any size. */
const oneLine = 24

function Choices({ panel, scope }: { panel: Panel; scope: Scope }) {
  const choices = answers(scope)
  return (
    <fieldset class={`rf-dock rf-choices ${choices.length > oneColumn ? 'rf-many' : ''}`}>
      <legend class="rf-hidden">{words.value.run.choices}</legend>
      {choices.map((choice, index) => (
        <button
          type="button"
          key={String(index)}
          class={`rf-choice ${index === 0 ? 'rf-first' : ''}`}
          title={choice.label.length > oneLine ? choice.label : undefined}
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
