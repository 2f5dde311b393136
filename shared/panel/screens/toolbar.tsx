import { Button, IconButton } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import { loadLater, type Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import type { Words } from '../words/en.ts'
import { words } from '../words/words.ts'

const tools: { id: keyof Words['tool']; icon: IconName }[] = [
  { id: 'back', icon: 'back' },
  { id: 'paste', icon: 'paste' },
  { id: 'acted', icon: 'acted' },
  { id: 'skip', icon: 'skip' },
  { id: 'not_relevant', icon: 'not' },
  { id: 'park', icon: 'park' },
]

/** Everything else that can be done with the step, and the way to the ticket. Buttons keep their places. */
export function Toolbar({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = words.value
  const later = panel.later.value
  return (
    <footer class="rf-toolbar">
      {tools.map(({ id, icon }) => {
        const command = later?.commandById(id)
        return (
          <IconButton
            key={id}
            icon={icon}
            label={t.tool[id]}
            hint={command?.keys[0]}
            disabled={command && !later?.isPossible(panel, scope, command)}
            onClick={() => void run(panel, id)}
          />
        )
      })}
      <Button
        look={scope.state.value?.session.status === 'ended' ? 'quiet' : 'plain'}
        icon="note"
        hint={later?.commandById('note')?.keys[0]}
        onClick={() => void run(panel, 'note')}
      >
        {t.tool.post}
      </Button>
    </footer>
  )
}

async function run(panel: Panel, id: string): Promise<void> {
  await loadLater(panel)
  const command = panel.later.value?.commandById(id)
  if (command) panel.later.value?.runCommand(panel, command)
}
