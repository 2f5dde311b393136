import { Button, IconButton } from '../../parts/button.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { hasUnposted, missingWords } from '../note/unposted.ts'
import { saved } from './follow-saves.ts'

/** After a Save: the steps taken here did not go with it. Gone once they are posted, or put aside. */
export function SaveReminder({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value
  if (saved.value !== scope || scope.screen.value === 'note' || !hasUnposted(panel, scope)) return null
  return (
    <div class="rf-banner" role="status">
      <span>{missingWords(panel, scope) ?? t.save.notPosted}</span>
      <Button
        onClick={() => {
          scope.screen.value = 'note'
        }}
      >
        {t.tool.post}
      </Button>
      <IconButton
        icon="cross"
        label={t.panel.close}
        onClick={() => {
          saved.value = null
        }}
      />
    </div>
  )
}
