import { clockFor, endOf } from '#shared/note/format-time.ts'
import { english } from '#shared/note/strings.ts'
import { openTime } from '#shared/session/time/open-time.ts'
import { Button } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import { apiNow, type Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import type { Draft } from './draft.ts'

/** Stretches without a sign of work: never counted without being asked about. */
export function OpenGaps({ panel, scope, draft }: { panel: Panel; scope: Scope; draft: Draft }) {
  const t = allWords.value.gap
  const clock = clockFor(panel.me.value?.member.timeZone ?? '', english)
  const today = clock.day(new Date(apiNow(panel)).toISOString())
  const from = (at: string) => (clock.day(at) === today ? clock.time(at) : clock.stamp(at))
  const open = draft.own.value && openTime(draft.own.value)
  const gaps = (open?.gaps ?? []).filter(({ judged }) => judged === 'open')
  return (
    <>
      {gaps.map((gap) => {
        const judge = (worked: boolean) => () =>
          record(panel, scope, { type: 'gap_judged', from: gap.from, to: gap.to, worked })
        return (
          <section key={gap.from} class="rf-ask">
            <div class="rf-row">
              <span class="rf-grow">{t.title(from(gap.from), endOf(clock, gap.from, gap.to))}</span>
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
