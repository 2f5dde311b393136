import { useSignal } from '@preact/signals'
import type { DeliveryView, PostView } from '#shared/contracts/post.ts'
import { Button } from '../../parts/button.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { clockIn } from '../time/clock-in-zone.ts'
import { removeCopy, settle } from './posts.ts'

interface DoubledProps {
  panel: Panel
  scope: Scope
  post: PostView
  part: DeliveryView
}

/** What can be done about a text that stands in the ticket twice: remove the newer one, by a second click, or look. */
export function Doubled({ panel, scope, post, part }: DoubledProps) {
  const t = allWords.value.doubled
  const chosen = useSignal<number | null>(null)
  const [older] = part.copies ?? []
  const newer = part.copies?.slice(1).at(-1)
  if (part.removing) return null
  const again = (
    <Button onClick={() => settle(panel, scope, part.id, 'look_again')}>
      {allWords.value.post.lookAgain}
    </Button>
  )
  if (!older || !newer) return again
  const { kind, ticket } = post
  const clock = (at: string | null) =>
    at === null ? '' : clockIn(panel.me.value?.member.timeZone ?? 'UTC', Date.parse(at))
  // What was asked about may have changed meanwhile: then it is asked about again.
  if (chosen.value !== newer.id)
    return (
      <>
        <Button
          onClick={() => {
            chosen.value = newer.id
          }}
        >
          {t.remove(kind, newer.id, clock(newer.at), older.id, clock(older.at))}
        </Button>
        {again}
      </>
    )
  const keep = () => {
    chosen.value = null
  }
  const remove = () => {
    keep()
    removeCopy(panel, scope, part.id, { remove: newer.id, keep: older.id })
  }
  return (
    <>
      <p>
        {t.sure(kind, newer.id, clock(newer.at), ticket.id)} {kind === 'time' && t.billed}
      </p>
      <Button look="bad" onClick={remove}>
        {t.yes(kind, newer.id)}
      </Button>
      <Button onClick={keep}>{t.no}</Button>
    </>
  )
}
