import type { SessionSummary } from '#shared/contracts/session.ts'
import { KeyCap } from '../../parts/button.tsx'
import { openSessions } from '../../state/act.ts'
import { apiNow, type Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { sayDay, sayMoment } from '../time/say-time.ts'
import { continueSession } from './continue-session.ts'

/** Sessions of this ticket that can be gone on with, whoever began them. */
export function OpenSessions({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.pick
  const sessions = openSessions(scope)
  if (sessions.length === 0) return null
  return (
    <section aria-labelledby="rf-begun">
      <h2 id="rf-begun">{t.openSession}</h2>
      <ul class="rf-cards">
        {sessions.map((session, index) => (
          <li key={session.id}>
            <button
              type="button"
              class={`rf-card ${index === 0 ? 'rf-first' : ''}`}
              aria-current={index === 0 ? 'step' : undefined}
              disabled={scope.busy.value}
              onClick={() => void continueSession(panel, scope, session.id)}
            >
              <span class="rf-card-title">{session.flowTitle ?? t.withoutTitle}</span>
              <span class="rf-note">
                <span class="rf-tag">{t.status[session.status]}</span>{' '}
                {index < 9 && <KeyCap of={String(index + 1)} />}
              </span>
              <span class="rf-card-text">
                {t.begunBy(
                  session.startedBy === panel.me.value?.member.id ? t.you : t.by(session.startedByName),
                  ago(session, panel),
                )}
                {session.parked && ` · ${waitWords(session.parked, panel)}`}
                {session.unposted > 0 && ` · ${t.unposted(session.unposted)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a parked session waits for, until when and in which words. */
function waitWords(parked: NonNullable<SessionSummary['parked']>, panel: Panel): string {
  const t = allWords.value
  const timeZone = panel.me.value?.member.timeZone
  const when = parked.until && t.run.until(sayMoment(parked.until, timeZone))
  const parts = [t.park.waits(t.park[parked.reason]), when].filter(Boolean).join(' ')
  return parked.words ? `${parts}: ${parked.words}` : parts
}

/** How long ago something last happened; days as a date in the member's zone. */
function ago({ lastEventAt }: SessionSummary, panel: Panel): string {
  const minutes = Math.floor((apiNow(panel) - Date.parse(lastEventAt)) / 60_000)
  const { units } = allWords.value
  if (minutes < 1) return units.justNow
  if (minutes < 60) return units.minutesAgo(minutes)
  if (minutes < 24 * 60) return units.hoursAgo(Math.floor(minutes / 60))
  return sayDay(lastEventAt, panel.me.value?.member.timeZone)
}
