import { Mark } from '../parts/icon.tsx'
import type { Panel } from '../state/panel.ts'
import { words } from '../words/words.ts'

/** Signing in by itself; where that fails a person has to help. */
export function SignIn({ panel }: { panel: Panel }) {
  const later = panel.later.value
  if (panel.phase.value === 'sign_in_needed' && later) return <later.SignInByHand panel={panel} />
  return (
    <main class="rf-main rf-alone">
      <Mark />
      <p class="rf-late-note">{words.value.signIn.busy}</p>
    </main>
  )
}
