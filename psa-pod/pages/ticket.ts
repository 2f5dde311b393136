import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { pageHost, ticketAt } from './page-host.ts'

const element = document.getElementById('panel')
if (element) {
  const surroundings = browserSurroundings()
  const store = await openBrowserStore(surroundings)
  mountPanel(element, pageHost({ window, ticket: ticketAt(location), store, surroundings }))
}
