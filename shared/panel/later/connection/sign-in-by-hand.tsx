import { Button } from '../../parts/button.tsx'
import { Mark } from '../../parts/icon.tsx'
import type { Panel } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'
import { signInByHand } from './sign-in-in-window.ts'

/** Signing in with a person's help, in a window of its own. */
export function SignInByHand({ panel }: { panel: Panel }) {
  const t = allWords.value.signIn
  return (
    <main class="rf-main rf-alone">
      <Mark />
      <h1>{t.title}</h1>
      <p>{panel.byHand.value ? t.waiting : t.why[panel.host.kind]}</p>
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
