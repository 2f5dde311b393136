import { Button } from '../parts/button.tsx'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { words } from '../words/words.ts'
import { Header } from './header.tsx'
import { Pick } from './pick.tsx'
import { Run } from './run.tsx'
import { SignIn } from './sign-in.tsx'
import { Skeleton } from './skeleton.tsx'

/** The whole panel: one ticket's screen, what lies above it, and what it has to say. */
export function App({ panel }: { panel: Panel }) {
  const ready = panel.phase.value === 'ready'
  const scope = panel.scope.value
  const later = panel.later.value
  const t = words.value.panel
  return (
    <>
      {panel.stale.value && (
        <div class="rf-banner rf-banner-bad" role="alert">
          <span>
            {t.stale} {panel.host.store.durable && t.kept}
          </span>
          <Button onClick={() => location.reload()}>{t.reload}</Button>
        </div>
      )}
      {!ready ? (
        <SignIn panel={panel} />
      ) : scope === null ? (
        later && <later.WhichTicket panel={panel} />
      ) : (
        <Ticket key={`${scope.ticket.kind}:${scope.ticket.id}`} panel={panel} scope={scope} />
      )}
      {later && <later.Dialogs panel={panel} />}
      <p class="rf-notice" role="status" aria-label={t.status}>
        {panel.notice.value}
      </p>
    </>
  )
}

function Ticket({ panel, scope }: { panel: Panel; scope: Scope }) {
  const screen = scope.screen.value
  const later = panel.later.value
  return (
    <div class="rf-frame">
      <Header panel={panel} scope={scope} />
      {later && <later.Banners panel={panel} scope={scope} />}
      {later && <later.PostStrip panel={panel} scope={scope} />}
      {screen === 'pick' && <Pick panel={panel} scope={scope} />}
      {screen === 'run' && <Run panel={panel} scope={scope} />}
      {screen === 'note' && (later ? <later.Note panel={panel} scope={scope} /> : <Skeleton />)}
    </div>
  )
}
