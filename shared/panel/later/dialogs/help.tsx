import { isSingle } from '../../commands/keys.ts'
import { setSingleKeys } from '../../commands/more-commands.ts'
import { commands } from '../../commands/registry.ts'
import { KeyCap } from '../../parts/button.tsx'
import type { Panel } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from './dialog.tsx'
import { titleOfCommand } from './title-of.ts'

const groups = ['step', 'session', 'note', 'panel'] as const

/** Every key and what it does, and the switch for single keys. */
export function Help({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = allWords.value
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
                  <dd>{titleOfCommand(command.id)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
