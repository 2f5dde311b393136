import { isPossible, runCommand } from '../commands/listen.ts'
import { commandById } from '../commands/registry.ts'
import { Button, IconButton } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'

const tools: { id: string; icon: IconName; roomy?: true }[] = [
  { id: 'back', icon: 'back' },
  { id: 'paste', icon: 'paste' },
  { id: 'acted', icon: 'acted' },
  { id: 'skip', icon: 'skip' },
  { id: 'not_relevant', icon: 'not' },
  { id: 'park', icon: 'park', roomy: true },
]

/** Everything else that can be done with the step, and the way to the ticket. Buttons keep their places. */
export function Toolbar({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = words.value
  return (
    <footer class="rf-toolbar">
      {tools.map(({ id, icon, roomy }) => {
        const command = commandById(id)
        return (
          command && (
            <IconButton
              key={id}
              icon={icon}
              label={command.title(t)}
              hint={command.keys[0]}
              disabled={!isPossible(panel, scope, command)}
              onClick={() => runCommand(panel, command)}
              class={roomy ? 'rf-roomy' : ''}
            />
          )
        )
      })}
      <span class="rf-spring" />
      <Button
        look={scope.state.value?.session.status === 'ended' ? 'quiet' : 'plain'}
        icon="note"
        hint="w"
        onClick={() => {
          const note = commandById('note')
          if (note) runCommand(panel, note)
        }}
      >
        {t.note.post}
      </Button>
    </footer>
  )
}
