import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Host } from './host.ts'
import './look/panel.css'
import { App } from './screens/app.tsx'
import { createPanel, loadLater, type Panel } from './state/panel.ts'
import { dispose } from './state/scope.ts'
import { signIn } from './state/sign-in.ts'
import { openTicketScope } from './state/ticket.ts'

/** Draws the panel into an element and keeps it going; returns what takes it out again. */
export function mountPanel(element: HTMLElement, host: Host): () => void {
  const panel = createPanel(host)
  const page = element.ownerDocument
  const touch = () => element.classList.add('rf-touched')
  element.classList.add('rf')
  const onKey = (event: KeyboardEvent) => void press(panel, event)
  page.addEventListener('keydown', onKey)
  page.addEventListener('pointerdown', touch, { once: true })
  page.addEventListener('keydown', touch, { once: true })
  render(<App panel={panel} />, element)
  const stops = [
    host.onTicket(() => openTicketScope(panel)),
    host.surroundings.after(150, () => void loadLater(panel)),
    effect(() => panel.later.value?.begin(panel, page)),
  ]
  openTicketScope(panel)
  void signIn(panel)
  return () => {
    for (const stop of stops) stop()
    page.removeEventListener('keydown', onKey)
    page.removeEventListener('pointerdown', touch)
    page.removeEventListener('keydown', touch)
    if (panel.scope.value) dispose(panel.scope.value)
    render(null, element)
  }
}

/** A key pressed before everything has loaded is not lost. */
async function press(panel: Panel, event: KeyboardEvent): Promise<void> {
  if (!panel.later.value) await loadLater(panel)
  panel.later.value?.pressKey(panel, event)
}
