import { render } from 'preact'
import { listenToKeys } from './commands/listen.ts'
import type { Host } from './host.ts'
import './look/panel.css'
import { App } from './screens/app.tsx'
import { listenToDrops } from './state/drops.ts'
import { createPanel, loadLater } from './state/panel.ts'
import { dispose } from './state/scope.ts'
import { signIn } from './state/sign-in.ts'
import { openTicketScope } from './state/ticket.ts'

/** Draws the panel into an element and keeps it going; returns what takes it out again. */
export function mountPanel(element: HTMLElement, host: Host): () => void {
  const panel = createPanel(host)
  const page = element.ownerDocument
  const touch = () => element.classList.add('rf-touched')
  element.classList.add('rf')
  page.addEventListener('pointerdown', touch, { once: true })
  page.addEventListener('keydown', touch, { once: true })
  render(<App panel={panel} />, element)
  const stops = [
    listenToKeys(panel, page),
    listenToDrops(panel, page),
    host.onTicket(() => openTicketScope(panel)),
    host.surroundings.after(300, () => void loadLater(panel)),
  ]
  void host.store.get('panel:single-keys').then(
    (on) => {
      panel.singleKeys.value = on !== false
    },
    () => undefined,
  )
  openTicketScope(panel)
  void signIn(panel)
  return () => {
    for (const stop of stops) stop()
    page.removeEventListener('pointerdown', touch)
    page.removeEventListener('keydown', touch)
    if (panel.scope.value) dispose(panel.scope.value)
    render(null, element)
  }
}
