import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/icon.tsx'
import type { Panel } from '../state/panel.ts'
import { signInByHand } from '../state/sign-in.ts'
import { words } from '../words/words.ts'

/** Signing in by itself, or with a person's help in a window of its own. */
export function SignIn({ panel }: { panel: Panel }) {
  const t = words.value.signIn
  if (panel.phase.value === 'signing_in') {
    return (
      <main class="rf-main rf-alone">
        <Mark />
        <p class="rf-late-note">{t.busy}</p>
      </main>
    )
  }
  return (
    <main class="rf-main rf-alone">
      <Mark />
      <h1>{t.title}</h1>
      <p>{panel.byHand.value ? t.waiting : t.why}</p>
      <Button look="lead" onClick={() => void signInByHand(panel)}>
        {t.button}
      </Button>
      {panel.signInFailed.value && (
        <p class="rf-banner rf-banner-bad" role="alert">
          {t.failed}
        </p>
      )}
    </main>
  )
}
