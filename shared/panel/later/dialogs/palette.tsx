import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { PanelCommand } from '../../commands/command.ts'
import { isPossible, runCommand } from '../../commands/listen.ts'
import { commands } from '../../commands/registry.ts'
import { Button, KeyCap } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import type { Panel } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from './dialog.tsx'
import { titleOfCommand } from './title-of.ts'

/** Every command with its key; those possible now come first. Never empty before something is typed. */
export function Palette({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = allWords.value
  const text = useSignal('')
  const at = useSignal(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useMount(() => field.current?.focus())
  const found = sorted(panel, text.value)
  const index = Math.min(at.value, Math.max(0, found.length - 1))
  const run = (command: PanelCommand | undefined) => {
    if (!command || !isPossible(panel, panel.scope.value, command)) return
    onClose()
    queueMicrotask(() => runCommand(panel, command))
  }
  const onKey = (key: string): boolean => {
    if (key === 'Enter') run(found[index])
    else if (key === 'ArrowDown') at.value = (index + 1) % Math.max(1, found.length)
    else if (key === 'ArrowUp') at.value = (index + found.length - 1) % Math.max(1, found.length)
    else return false
    list.current?.children[at.value]?.scrollIntoView({ block: 'nearest' })
    return true
  }
  return (
    <Dialog title={t.palette.title} onClose={onClose} onKey={onKey}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="rf-palette"
        aria-activedescendant={found[index] ? `rf-command-${found[index].id}` : undefined}
        aria-label={t.palette.field}
        placeholder={t.palette.field}
        autoComplete="off"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
          at.value = 0
        }}
      />
      {found.length === 0 && (
        <div class="rf-row">
          <span class="rf-note rf-grow">{t.palette.none}</span>
          <Button
            onClick={() => {
              text.value = ''
              field.current?.focus()
            }}
          >
            {t.palette.showAll}
          </Button>
        </div>
      )}
      <div class="rf-palette" id="rf-palette" role="listbox" aria-label={t.palette.title} ref={list}>
        {found.map((command, position) => {
          const possible = isPossible(panel, panel.scope.value, command)
          return (
            <button
              type="button"
              tabIndex={-1}
              key={command.id}
              id={`rf-command-${command.id}`}
              role="option"
              aria-selected={position === index}
              aria-disabled={!possible}
              onClick={() => run(command)}
            >
              <span>{titleOfCommand(command.id)}</span>
              {!possible && <span class="rf-note">{t.palette.unavailable}</span>}
              {command.keys.map((key) => (
                <KeyCap key={key} of={key} />
              ))}
            </button>
          )
        })}
      </div>
    </Dialog>
  )
}

/** Commands whose title has every word typed, the possible ones first. */
function sorted(panel: Panel, text: string): PanelCommand[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter((command) => {
    const title = titleOfCommand(command.id).toLowerCase()
    return wanted.every((word) => title.includes(word))
  })
  const possible = (command: PanelCommand) => isPossible(panel, panel.scope.value, command)
  return [...found.filter(possible), ...found.filter((command) => !possible(command))]
}
