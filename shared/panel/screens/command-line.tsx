import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Command } from '#shared/flow/flow.ts'
import type { Values } from '#shared/markdown/fill-variables.ts'
import { Icon } from '../parts/icon.tsx'
import { Filled } from '../parts/markdown.tsx'
import { words } from '../words/words.ts'

/** A command to run elsewhere, with what its output means. */
export function CommandLine({ command, values }: { command: Command; values: Values }) {
  const t = words.value.run
  const copied = useSignal(false)
  const shown = useRef<HTMLElement>(null)
  const copy = () => {
    void navigator.clipboard?.writeText(shown.current?.textContent ?? '').then(
      () => {
        copied.value = true
      },
      () => undefined,
    )
  }
  return (
    <div class="rf-command">
      <div class="rf-command-line">
        <code ref={shown}>
          <Filled text={command.run} values={values} />
        </code>
        <button
          type="button"
          class="rf-button rf-quiet rf-only rf-copy"
          onClick={copy}
          aria-label={t.command.copy}
          title={t.command.copy}
        >
          <Icon name={copied.value ? 'check' : 'copy'} />
        </button>
      </div>
      <p class="rf-note">
        {command.shell} {command.rights === 'admin' ? t.command.admin : t.command.user}
        <span class="rf-hidden" role="status">
          {copied.value ? t.command.copied : ''}
        </span>
      </p>
      <dl class="rf-meaning">
        <dt class="rf-good">
          <Icon name="check" />
          {t.good}
        </dt>
        <dd>{command.good}</dd>
        <dt class="rf-bad-word">
          <Icon name="cross" />
          {t.bad}
        </dt>
        <dd>{command.bad}</dd>
      </dl>
    </div>
  )
}
