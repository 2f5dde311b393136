import { useSignal } from '@preact/signals'
import { useMount } from '../../parts/effects.ts'
import type { Panel } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'

/** The tickets that the tab beside the panel seems to show, where it leaves the choice. */
export function Candidates({ panel }: { panel: Panel }) {
  const { around } = panel.host
  const changes = useSignal(0)
  useMount(() =>
    around?.onChange(() => {
      changes.value += 1
    }),
  )
  void changes.value
  const candidates = around?.candidates() ?? []
  if (candidates.length === 0) return null
  const t = allWords.value
  return (
    <>
      <p class="rf-note">{t.around.candidates}</p>
      <ul class="rf-cards">
        {candidates.map((ticket) => (
          <li key={`${ticket.kind}:${ticket.id}`}>
            <button type="button" class="rf-card" onClick={() => panel.host.openTicket(ticket)}>
              <span class="rf-card-title rf-number">{t.panel.ticket(ticket.id)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
