import { useSignal } from '@preact/signals'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { troubleOf } from '../../state/trouble.ts'
import { allWords } from '../../words/all-words.ts'
import { sayMoment } from '../time/say-time.ts'
import { asideWords } from './aside-words.ts'
import { type Aside, dropAside, otherAsides, ownAsides, sendAgain } from './asides.ts'

interface SetAsideProps {
  panel: Panel
  scope: Scope
}

/** What the server refused, of any session, until somebody decides on it. */
export function SetAside({ panel, scope }: SetAsideProps) {
  const others = useSignal<Aside[]>([])
  const changes = useSignal(0)
  const own = ownAsides(scope.state.value)
  const live = scope.live.value?.id ?? ''
  useChange([panel.me.value?.member.id, live, changes.value].join(), () => {
    otherAsides(panel, scope).then(
      (found) => {
        others.value = found
      },
      () => undefined,
    )
  })
  const all = [...others.value.filter(({ one }) => one.session !== live), ...own]
  if (all.length === 0) return null
  const t = allWords.value.aside
  return (
    <section class="rf-ask rf-aside" aria-label={t.title(all.length)}>
      <h3>{t.title(all.length)}</h3>
      <p class="rf-note">{t.why}</p>
      {all.map((aside) => (
        <Entry
          key={aside.one.event.id}
          panel={panel}
          scope={scope}
          aside={aside}
          onChange={() => {
            changes.value++
          }}
        />
      ))}
    </section>
  )
}

function Entry({ panel, scope, aside, onChange }: SetAsideProps & { aside: Aside; onChange: () => void }) {
  const t = allWords.value.aside
  const { one, known } = aside
  const { label, text } = asideWords(one.event, known)
  const name = text ? `${label}: ${text}` : label
  const asking = useSignal(false)
  const busy = useSignal(false)
  const act = (work: Promise<void>, done: string) => {
    busy.value = true
    work
      .then(
        () => say(panel, done),
        (error: unknown) => say(panel, troubleOf(error)),
      )
      .finally(() => {
        busy.value = false
        onChange()
      })
  }
  const copy = () =>
    act(navigator.clipboard?.writeText(name) ?? Promise.reject(new Error(t.copyFailed)), t.copied)
  const ticket = known?.session.header.ticket.id
  return (
    <div class="rf-stack">
      <p>
        {ticket !== undefined && ticket !== scope.ticket.id && (
          <span class="rf-tag">{allWords.value.panel.ticket(ticket)}</span>
        )}{' '}
        {label} <b class="rf-own-words">{text}</b>
        <br />
        <span class="rf-note">{t.reason(one.reason, timeOf(panel, one.at))}</span>
      </p>
      {asking.value ? (
        <div class="rf-row" role="alert">
          <span class="rf-grow">{t.sure(shortened(name))}</span>
          <Button look="bad" onClick={() => act(dropAside(panel, scope, one), t.dropped)}>
            {t.dropIt}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              asking.value = false
            }}
          >
            {t.keepIt}
          </Button>
        </div>
      ) : (
        <div class="rf-row">
          <Button onClick={copy}>{t.copy}</Button>
          <Button disabled={busy.value} onClick={() => act(sendAgain(panel, scope, one), t.taken)}>
            {t.again}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              asking.value = true
            }}
          >
            {t.drop}
          </Button>
        </div>
      )}
    </div>
  )
}

function timeOf(panel: Panel, at: number): string {
  return sayMoment(at, panel.me.value?.member.timeZone)
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
