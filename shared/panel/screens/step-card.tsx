import { useRef } from 'preact/hooks'
import type { Step } from '#shared/flow/flow.ts'
import { lookupIn } from '#shared/session/variables.ts'
import { useChange } from '../parts/effects.ts'
import { Icon } from '../parts/icon.tsx'
import { Body, Filled } from '../parts/markdown.tsx'
import { reveal } from '../parts/reveal.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'
import { CommandLine } from './command-line.tsx'

/** The one step to look at now. It takes the focus when it changes, if the focus was on the panel. */
export function StepCard({ panel, scope }: { panel: Panel; scope: Scope }) {
  const later = panel.later.value
  const state = scope.state.value
  const here = scope.here.value
  const title = useRef<HTMLHeadingElement>(null)
  const key = here?.key ?? ''
  useChange(key, () => reveal(title.current))
  if (!state || !here) return null
  const values = lookupIn(state.session)
  const { step } = here
  const plain = 'commands' in step || 'body' in step || 'say' in step ? step : null
  return (
    // A new heading for each step, since it is read out where the focus comes to it; all else is changed in place.
    <article class="rf-step" aria-current="step">
      <h2 tabIndex={-1} ref={title} key={key}>
        <Filled text={step.title} values={values} />
      </h2>
      {plain && 'say' in plain && plain.say && (
        <p class="rf-say">
          <Icon name="say" />
          <span>
            <span class="rf-hidden">{words.value.run.say}: </span>“<Filled text={plain.say} values={values} />
            ”
          </span>
        </p>
      )}
      {plain && 'body' in plain && plain.body && <Body tree={plain.body} values={values} />}
      {plain &&
        'commands' in plain &&
        plain.commands?.map((command) => (
          <CommandLine key={`${key} ${command.run}`} command={command} values={values} />
        ))}
      <Risk step={step} />
      {later && <later.Retries scope={scope} step={step} />}
    </article>
  )
}

function Risk({ step }: { step: Step }) {
  if (step.kind !== 'instruction' || step.risk === 'safe') return null
  return (
    <p class={`rf-risk rf-risk-${step.risk}`}>
      <Icon name="warn" />
      <span>{words.value.run.risk[step.risk]}</span>
    </p>
  )
}
