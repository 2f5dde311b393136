import { openTime } from '#shared/session/time/open-time.ts'
import { Button } from '../parts/button.tsx'
import { record } from '../state/act.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import type { Draft } from './draft.ts'
import { clock } from './note-lines.tsx'

/** Stretches without a sign of work: never counted without being asked about. */
export function OpenGaps({ panel, scope, draft }: { panel: Panel; scope: Scope; draft: Draft }) {
  const t = allWords.value.gap
  const zone = panel.me.value?.member.timeZone
  const open = draft.own.value && openTime(draft.own.value)
  const gaps = (open?.gaps ?? []).filter(({ judged }) => judged === 'open')
  return (
    <>
      {gaps.map(({ from, to }) => {
        const judge = (worked: boolean) => () =>
          record(panel, scope, { type: 'gap_judged', from, to, worked })
        return (
          <section key={from} class="rf-ask">
            <div class="rf-row">
              <span class="rf-grow">{t.title(clock(from, zone), clock(to, zone))}</span>
              <Button onClick={judge(true)}>{t.yes}</Button>
              <Button look="quiet" onClick={judge(false)}>
                {t.no}
              </Button>
            </div>
          </section>
        )
      })}
    </>
  )
}
