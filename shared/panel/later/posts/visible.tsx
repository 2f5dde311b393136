import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { Icon } from '../../parts/icon.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { draftOf } from '../note/draft.ts'
import { Lacks, leftOutOf } from '../note/stays-internal.tsx'
import { watchSeen } from './by-hand.ts'
import { confirmationOf, mailingStatus } from './confirmation.ts'
import { post } from './post.ts'

/** The second confirmation, where the client may see the text or be mailed: it names who. */
export function Visible({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const t = allWords.value.note
  const draft = draftOf(panel, scope)
  const row = useRef<HTMLDivElement>(null)
  useMount(() => watchSeen(row.current))
  const names = draft.options.value?.mayMail
  const isVisible = draft.audience.value !== 'internal'
  const status = mailingStatus(draft)
  const left = leftOutOf(scope, draft).lines.length
  const confirm = () => {
    draft.confirmed.value = confirmationOf(draft)
    onClose()
    void post(panel, scope)
  }
  return (
    <Dialog title={isVisible ? t.visibleTitle : t.mayMailTitle} onClose={onClose}>
      {isVisible && (
        <p class="rf-risk rf-risk-disruptive">
          <Icon name="eye" />
          <span>
            {!names ? t.visibleUnknown : names.length > 0 ? t.visibleWhy(names.join(', ')) : t.visibleNobody}
          </span>
        </p>
      )}
      {isVisible && <Lacks scope={scope} draft={draft} />}
      {isVisible && left > 0 && <p class="rf-note">{t.staysInternal(left)}</p>}
      {status && (
        <p class="rf-risk rf-risk-disruptive">
          <Icon name="send" />
          <span>{t.statusMayMail(status.name)}</span>
        </p>
      )}
      <p>
        {allWords.value.panel.ticket(scope.ticket.id)} {scope.view.value?.summary}
      </p>
      <div class="rf-row" ref={row}>
        <Button look="lead" onClick={confirm}>
          {isVisible ? t.visiblePost : t.mayMailPost}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {allWords.value.panel.cancel}
        </Button>
      </div>
    </Dialog>
  )
}
