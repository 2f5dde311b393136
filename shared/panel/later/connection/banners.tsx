import { useSignal } from '@preact/signals'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { Icon } from '../../parts/icon.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Pinned } from '../around/pinned.tsx'
import { SaveReminder } from '../posts/save-reminder.tsx'
import { SetAside } from './set-aside.tsx'
import { signInByHand } from './sign-in-in-window.ts'

/** Whether something has been so for a while: a connection that is just being made is no news. */
function useLasting(panel: Panel, is: boolean): boolean {
  const lasting = useSignal(false)
  useChange(is, () => {
    lasting.value = false
    return is
      ? panel.host.surroundings.after(1_500, () => {
          lasting.value = true
        })
      : undefined
  })
  return lasting.value && is
}

/** What a technician must know about tab and connection; nothing while all is well. */
export function Banners({ panel, scope }: { panel: Panel; scope: Scope }) {
  return (
    <>
      <Pinned panel={panel} />
      <Connection panel={panel} scope={scope} />
    </>
  )
}

function Connection({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value
  const state = scope.state.value
  const lasting = useLasting(panel, state?.link === 'offline')
  if (!state) return <SetAside panel={panel} scope={scope} />
  const { link, unsent, aside, held } = state
  const atRisk = unsent + aside.length
  return (
    <>
      {lasting && (
        <p class="rf-banner rf-banner-warn">
          <Icon name="offline" />
          <span>
            {t.link.offline} {unsent > 0 && <b>{t.link.unsent(unsent)}</b>}
          </span>
        </p>
      )}
      {link === 'signed_out' && (
        <div class="rf-banner rf-banner-warn">
          <Icon name="person" />
          <span>{panel.host.kind === 'page' ? t.signIn.toSend : t.signIn.again}</span>
          <Button onClick={() => void signInByHand(panel)}>{t.signIn.button}</Button>
        </div>
      )}
      {link === 'client_too_old' && (
        <div class="rf-banner rf-banner-bad">
          <Icon name="warn" />
          <span>{t.link.tooOld}</span>
          <Button onClick={() => location.reload()}>{t.link.reload}</Button>
        </div>
      )}
      {held === 'memory' && atRisk > 0 && (
        <p class="rf-banner rf-banner-bad">
          <Icon name="warn" />
          <span>{t.link.memory(atRisk)}</span>
        </p>
      )}
      <SetAside panel={panel} scope={scope} />
      <SaveReminder panel={panel} scope={scope} />
    </>
  )
}
