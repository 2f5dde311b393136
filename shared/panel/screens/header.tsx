import { IconButton } from '../parts/button.tsx'
import { Mark } from '../parts/icon.tsx'
import { type Panel, show } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'

/** Which ticket this is: number, summary, company. Always in sight, since everything lands there. */
export function Header({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = words.value
  const view = scope.view.value
  // The session names its ticket too, for a start without a network; where the view is known, no step redraws this.
  const head = view ? null : scope.state.value?.session.header.ticket
  const summary = view?.summary ?? head?.summary ?? ''
  const company = view?.company.name ?? head?.company.name ?? ''
  return (
    <header class="rf-header">
      <Mark />
      <div class="rf-ticket">
        <h1 title={summary}>
          <span class="rf-number">{t.panel.ticket(scope.ticket.id)}</span> {summary}
        </h1>
        <p>
          <span>{company}</span>
          {view?.contact && <span class="rf-contact"> · {view.contact.name}</span>}
          {view?.status.closed && <span class="rf-tag rf-tag-warn">{t.ticket.closed}</span>}
          {view?.mergedInto != null && (
            <span class="rf-tag rf-tag-warn">{t.ticket.merged(view.mergedInto)}</span>
          )}
        </p>
      </div>
      <IconButton icon="more" label={t.tool.palette} hint="Ctrl+K" onClick={() => show(panel, 'palette')} />
    </header>
  )
}
