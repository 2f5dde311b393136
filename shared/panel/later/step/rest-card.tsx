import { useRef } from 'preact/hooks'
import { stepOf } from '#shared/session/place.ts'
import type { Session } from '#shared/session/session.ts'
import { lookupIn } from '#shared/session/variables.ts'
import { actOf } from '#shared/session/work.ts'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { Icon } from '../../parts/icon.tsx'
import { Filled } from '../../parts/markdown.tsx'
import { reveal } from '../../parts/reveal.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { hasUnposted, missingWords } from '../note/unposted.ts'
import { allPosts, textOf } from '../posts/posts.ts'
import { sayMoment } from '../time/say-time.ts'
import { goBack } from '../trail/go-back.ts'

/** Where no step is to be done now: ended, parked, paused, or work without a flow. */
export function RestCard({ panel, scope }: { panel: Panel; scope: Scope }) {
  const box = useRef<HTMLElement>(null)
  useChange(scope.state.value?.session.status, () => reveal(box.current?.querySelector('h2') ?? null))
  const t = allWords.value
  const session = scope.state.value?.session
  if (!session) return null
  return (
    <article class="rf-step" aria-current="step" ref={box}>
      {session.status === 'ended' ? (
        <Ended panel={panel} scope={scope} session={session} />
      ) : session.status === 'active' ? (
        <>
          <h2 tabIndex={-1}>{t.pick.withoutTitle}</h2>
          <p class="rf-note">{t.run.freeWhy}</p>
        </>
      ) : (
        <Waiting panel={panel} session={session} />
      )}
    </article>
  )
}

function Waiting({ panel, session }: { panel: Panel; session: Session }) {
  const t = allWords.value
  const { parked } = session
  const zone = panel.me.value?.member.timeZone
  return (
    <>
      <h2 tabIndex={-1}>
        {parked ? `${t.run.parkedTitle}: ${t.park[parked.reason]}` : t.run.pausedTitle}
        {parked?.until && ` ${t.run.until(sayMoment(parked.until, zone))}`}
      </h2>
      {parked?.words && <p>{parked.words}</p>}
      <p class="rf-note">{t.park.done}</p>
    </>
  )
}

function Ended({ panel, scope, session }: { panel: Panel; scope: Scope; session: Session }) {
  const t = allWords.value.run
  const { outcome } = session
  const closure = scope.state.value?.closure ?? null
  const step = outcome?.step && stepOf(closure, outcome.step)
  const values = lookupIn(session)
  if (!outcome) return null
  const end = step?.kind === 'outcome' ? step : null
  const event = actOf(session, outcome.event)?.act.event
  const handOff = event?.type === 'concluded' ? event.handOff : undefined
  const question = end?.openQuestion ? (
    <Filled text={end.openQuestion} values={values} />
  ) : (
    handOff?.openQuestion
  )
  const needs = end?.needs ?? handOff?.verifyFirst.split('\n') ?? []
  return (
    <>
      <h2 tabIndex={-1} class={`rf-ended rf-ended-${outcome.kind}`}>
        <Icon name={outcome.kind === 'resolved' ? 'check' : 'send'} />
        {t.ended[outcome.kind]}
      </h2>
      {end && (
        <p>
          <Filled text={end.title} values={values} />
        </p>
      )}
      {outcome.words && <p>{outcome.words}</p>}
      {question && (
        <p>
          <b>{t.verifyFirst}:</b> {question}
        </p>
      )}
      {needs.some(Boolean) && (
        <>
          <p class="rf-note">{t.needs}</p>
          <ul class="rf-needs">
            {needs.map((need) => (
              <li key={need}>{end?.needs ? <Filled text={need} values={values} /> : need}</li>
            ))}
          </ul>
        </>
      )}
      <p class="rf-note">{standsWhere(panel, scope)}</p>
      <div class="rf-row">
        <Button icon="back" hint="Backspace" onClick={() => goBack(panel, scope)}>
          {t.reopen}
        </Button>
      </div>
    </>
  )
}

/** Where what was done stands: still to be posted, in part or whole, on its way, held up, or in the ticket. */
function standsWhere(panel: Panel, scope: Scope): string {
  const t = allWords.value.run
  if (hasUnposted(panel, scope)) return missingWords(panel, scope) ?? t.endedWhy
  const texts = allPosts(scope).flatMap((post) => textOf(post)?.state ?? post.state)
  const open = texts.filter((state) => state !== 'posted' && state !== 'undone')
  if (open.some((state) => state === 'failed' || state === 'needs_you')) return t.endedStuck
  return open.length > 0 ? t.endedOnItsWay : t.endedPosted
}
