import type { Signal } from '@preact/signals'
import { leftOut } from '#shared/note/left-out.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { type Draft, isAllTold } from './draft.ts'

/** What the text for the client does not tell; nothing where the team reads it. */
export function leftOutOf(scope: Scope, draft: Draft) {
  const [composed, session] = [draft.composed.value, scope.state.value?.session]
  return composed && session
    ? leftOut(composed.note, session, draft.audience.value, composed.told)
    : { lines: [], outcome: false }
}

/** Says how many lines the client does not get to read, and shows them; and what is missing without them. */
export function StaysInternal(props: { scope: Scope; draft: Draft; shown: Signal<boolean> }) {
  const { scope, draft, shown } = props
  const t = allWords.value.note
  if (draft.audience.value === 'internal' || isAllTold(draft)) return null
  const { lines } = leftOutOf(scope, draft)
  const isEmpty = !draft.composed.value?.text
  return (
    <div class="rf-stays rf-stack">
      {lines.length > 0 && (
        <div class="rf-row">
          <span class="rf-grow">{t.staysInternal(lines.length)}</span>
          {!isEmpty && (
            <Button
              hint="h"
              pressed={shown.value}
              onClick={() => {
                shown.value = !shown.value
              }}
            >
              {shown.value ? t.hideInternal : t.showInternal}
            </Button>
          )}
        </div>
      )}
      <p class="rf-note">{isEmpty ? t.clientEmpty : t.clientTicks}</p>
      <Lacks scope={scope} draft={draft} />
    </div>
  )
}

/** Says that the client does not learn how it ended. */
export function Lacks({ scope, draft }: { scope: Scope; draft: Draft }) {
  if (!leftOutOf(scope, draft).outcome) return null
  return (
    <p class="rf-risk rf-risk-disruptive">
      <Icon name="warn" />
      <span>{allWords.value.note.noOutcome}</span>
    </p>
  )
}
