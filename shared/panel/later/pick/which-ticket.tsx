import { useSignal } from '@preact/signals'
import type { TicketPick } from '#shared/contracts/ticket.ts'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { Mark } from '../../parts/icon.tsx'
import type { Panel } from '../../state/panel.ts'
import { troubleOf } from '../../state/trouble.ts'
import { allWords } from '../../words/all-words.ts'
import { Candidates } from '../around/candidates.tsx'

/** No ticket is known: find one by its number or by words. */
export function WhichTicket({ panel }: { panel: Panel }) {
  const t = allWords.value.ticket
  const text = useSignal('')
  const found = useSignal<TicketPick[] | null>(null)
  const trouble = useSignal('')
  const again = useSignal(0)
  useChange(`${again.value} ${text.value}`, () => {
    const abort = new AbortController()
    const stop = panel.host.surroundings.after(text.value ? 200 : 0, () => {
      panel.host.client
        .call('findTickets', { query: text.value ? { text: text.value } : {}, signal: abort.signal })
        .then(
          ({ tickets }) => {
            if (abort.signal.aborted) return
            found.value = tickets
            trouble.value = ''
          },
          (error: unknown) => {
            if (!abort.signal.aborted) trouble.value = troubleOf(error)
          },
        )
    })
    return () => {
      stop()
      abort.abort()
    }
  })
  return (
    <main class="rf-main rf-pick">
      <h1 class="rf-titled">
        <Mark /> {t.which}
      </h1>
      <Candidates panel={panel} />
      <label class="rf-field">
        <span>{t.whichWhy}</span>
        <input
          class="rf-input"
          type="search"
          aria-label={t.field}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
        />
      </label>
      {trouble.value && (
        <p class="rf-banner rf-banner-warn" role="alert">
          {trouble.value}
        </p>
      )}
      {found.value?.length === 0 && (
        <div class="rf-row">
          <span class="rf-note rf-grow">{t.none}</span>
          <Button
            onClick={() => {
              text.value = ''
              again.value += 1
            }}
          >
            {t.showAll}
          </Button>
        </div>
      )}
      <ul class="rf-cards">
        {found.value?.map((ticket) => (
          <li key={`${ticket.kind}:${ticket.id}`}>
            <button
              type="button"
              class="rf-card"
              onClick={() => panel.host.openTicket({ id: ticket.id, kind: ticket.kind })}
            >
              <span class="rf-card-title">
                <span class="rf-number">{allWords.value.panel.ticket(ticket.id)}</span> {ticket.summary}
              </span>
              <span class="rf-card-text">
                {ticket.company} · {ticket.status}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}
