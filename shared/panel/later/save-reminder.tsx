import { Button, IconButton } from '../parts/button.tsx'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import { saved } from './follow-saves.ts'
import { hasUnposted } from './rest-dock.tsx'

/** After a Save: the steps taken here did not go with it. Gone once they are posted, or put aside. */
export function SaveReminder({ scope }: { scope: Scope }) {
  const t = allWords.value
  const state = scope.state.value
  if (saved.value !== scope || scope.screen.value === 'note' || !state || !hasUnposted(state.session))
    return null
  return (
    <div class="rf-banner" role="status">
      <span>{t.save.notPosted}</span>
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
