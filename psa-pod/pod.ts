import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { recordId } from './bridge/parse-message.ts'
import { pageSetting } from './page-settings.ts'
import { podHost, ticketOn } from './pod-host.ts'

const element = document.getElementById('panel')
const query = new URLSearchParams(location.search)
const id = recordId(query.get('id'))
const projects = query.get('kind') === 'project'
if (element) {
  const surroundings = browserSurroundings()
  const host = podHost({
    window,
    handle: decodeURIComponent(location.pathname.split('/').at(-1) ?? ''),
    parentOrigin: pageSetting(document, 'parent-origin'),
    hint:
      id === null
        ? null
        : ticketOn({ screen: (query.get('screen') || 'ticket').toLowerCase(), id }, projects),
    projects,
    store: await openBrowserStore(surroundings),
    surroundings,
  })
  mountPanel(element, host)
}
