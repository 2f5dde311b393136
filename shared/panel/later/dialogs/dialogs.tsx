import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Paste } from '../evidence/paste.tsx'
import { Export } from '../note/export.tsx'
import { Visible } from '../posts/visible.tsx'
import { Begun } from '../sessions/begun.tsx'
import { Conclude } from '../sessions/conclude.tsx'
import { Park } from '../sessions/park.tsx'
import { SomethingElse } from '../step/something-else.tsx'
import { ChangeAnswer } from '../trail/change-answer.tsx'
import { Help } from './help.tsx'
import { Palette } from './palette.tsx'
import { Reasons } from './reasons.tsx'

const skipReasons = ['done_before', 'no_access', 'user_declined', 'no_time', 'other'] as const
const notRelevantReasons = [
  'other_device',
  'other_software',
  'already_known',
  'does_not_apply',
  'other',
] as const

/** The dialog that is open, if one is. */
export function Dialogs({ panel }: { panel: Panel }) {
  const scope = panel.scope.value
  const close = () => {
    panel.dialog.value = null
  }
  switch (panel.dialog.value) {
    case 'palette':
      return <Palette panel={panel} onClose={close} />
    case 'help':
      return <Help panel={panel} onClose={close} />
    case null:
      return null
    default:
      return scope ? <OnTicket panel={panel} scope={scope} onClose={close} /> : null
  }
}

interface OnTicketProps {
  panel: Panel
  scope: Scope
  onClose: () => void
}

function OnTicket(props: OnTicketProps) {
  const { panel, scope, onClose } = props
  const t = allWords.value
  const here = scope.here.value
  switch (panel.dialog.value) {
    case 'skip':
      return (
        <Reasons
          title={t.skip.title}
          reasons={skipReasons}
          labels={t.skip}
          onClose={onClose}
          onChoose={(reason, said) => {
            if (
              here &&
              record(panel, scope, {
                type: 'skipped',
                step: here.address,
                reason,
                ...said,
              })
            )
              onClose()
          }}
        />
      )
    case 'not_relevant':
      return (
        <Reasons
          title={t.notRelevant.title}
          reasons={notRelevantReasons}
          labels={t.notRelevant}
          onClose={onClose}
          onChoose={(reason, said) => {
            if (
              here &&
              record(panel, scope, {
                type: 'not_relevant',
                step: here.address,
                reason,
                ...said,
              })
            )
              onClose()
          }}
        />
      )
    case 'park':
      return <Park {...props} />
    case 'conclude':
      return <Conclude {...props} />
    case 'acted':
      return <SomethingElse {...props} />
    case 'paste':
      return <Paste {...props} />
    case 'begun':
      return <Begun {...props} />
    case 'export':
      return <Export {...props} />
    case 'visible':
      return <Visible {...props} />
    case 'change':
      return <ChangeAnswer {...props} />
    default:
      return null
  }
}
