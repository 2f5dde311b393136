import { isSingle } from '../commands/keys.ts'
import { commands, setSingleKeys } from '../commands/registry.ts'
import { KeyCap } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import type { Panel } from '../state/panel.ts'
import { words } from '../words/words.ts'

const groups = ['step', 'session', 'note', 'panel'] as const

/** Every key and what it does, and the switch for single keys. */
export function Help({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = words.value
  return (
    <Dialog title={t.help.title} onClose={onClose}>
      <label class="rf-check">
        <input
          type="checkbox"
          checked={panel.singleKeys.value}
          onChange={(event) => setSingleKeys(panel, event.currentTarget.checked)}
        />
        <span>{t.help.singleKeys}</span>
      </label>
      <p class="rf-note">{t.help.singleKeysWhy}</p>
      {groups.map((group) => (
        <section key={group} class="rf-help">
          <h3>{t.command.groups[group]}</h3>
          <dl>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <div key={command.id}>
                  <dt>
                    {command.keys.map((key) => (
                      <kbd key={key} class={isSingle(key) && !panel.singleKeys.value ? 'rf-off' : ''}>
                        <KeyCap of={key} />
                        <span class="rf-hidden">{key}</span>
                      </kbd>
                    ))}
                  </dt>
                  <dd>{command.title(t)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
