import { useRef } from 'preact/hooks'
import type { Choice, Step } from '#shared/flow/flow.ts'
import { fillText, fillVariables } from '#shared/markdown/fill-variables.ts'
import { type Lookup, lookupIn } from '#shared/session/variables.ts'
import { useChange } from '../parts/effects.ts'
import { Icon } from '../parts/icon.tsx'
import { Body } from '../parts/markdown.tsx'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'
import { CommandLine } from './command-line.tsx'

/** The one step to look at now. It takes the focus when it changes, if the focus was on the panel. */
export function StepCard({ scope }: { scope: Scope }) {
  const state = scope.state.value
  const here = scope.here.value
  const title = useRef<HTMLHeadingElement>(null)
  const key = here?.key ?? ''
  useChange(key, () => reveal(title.current))
  if (!state || !here) return null
  const lookup = lookupIn(state.session)
  const { step } = here
  const plain = 'commands' in step || 'body' in step || 'say' in step ? step : null
  const fill = (text: string) => filled(text, lookup)
  return (
    <article class="rf-step" aria-current="step" key={key}>
      <h2 tabIndex={-1} ref={title}>
        {fill(step.title)}
      </h2>
      {plain && 'say' in plain && plain.say && (
        <p class="rf-say">
          <Icon name="say" />
          <span>
            <span class="rf-hidden">{words.value.run.say}: </span>“{fill(plain.say)}”
          </span>
        </p>
      )}
      {plain && 'body' in plain && plain.body && <Body tree={fillVariables(plain.body, lookup)} />}
      {plain &&
        'commands' in plain &&
        plain.commands?.map((command) => (
          <CommandLine key={command.run} command={{ ...command, run: fill(command.run) }} />
        ))}
      <Risk step={step} />
      <Retries scope={scope} step={step} />
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

/** How often a step that can come round again still may. */
function Retries({ scope, step }: { scope: Scope; step: Step }) {
  const here = scope.here.value
  const used = scope.state.value?.session.place?.retries
  if (!here || !used) return null
  const exits: { exit: string; next: Choice['next'] }[] =
    step.kind === 'question' || step.kind === 'verify'
      ? step.choices.map((choice) => ({ exit: choice.id, next: choice.next }))
      : step.kind === 'instruction' || step.kind === 'input'
        ? [{ exit: 'next', next: step.next }]
        : []
  const limited = exits.find(({ next }) => next.retry)
  if (!limited?.next.retry) return null
  const left = limited.next.retry.limit - (used[`${here.key}:${limited.exit}`] ?? 0)
  return left > 0 ? <p class="rf-note">{words.value.run.loops(left)}</p> : null
}

/** Variables filled; a missing one shows as such. */
function filled(text: string, lookup: Lookup): string {
  const { text: result, missing } = fillText(text, lookup)
  return missing.reduce(
    (rest, name) =>
      rest.replace(
        new RegExp(`\\{\\{\\s*${name.replaceAll('.', '\\.')}\\s*\\}\\}`, 'g'),
        `[${words.value.run.missing(name)}]`,
      ),
    result,
  )
}

/** Brings the step into view within its own scroller and gives it the focus that the last step had. */
function reveal(title: HTMLElement | null): void {
  const card = title?.parentElement
  const scroller = card?.parentElement
  if (!title || !card || !scroller) return
  const fits = card.offsetHeight <= scroller.clientHeight
  scroller.scrollTop = fits ? scroller.scrollHeight : card.offsetTop - scroller.offsetTop
  const active = document.activeElement
  if (document.hasFocus() && (active === null || active === document.body))
    title.focus({ preventScroll: true })
}
