import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { readSettings } from '../../settings/stored-settings.ts'
import { sidePanelHost } from '../../side-panel/side-panel-host.ts'

const element = document.getElementById('panel')
const { api, theme } = await readSettings(chrome.storage)
document.documentElement.dataset.theme = theme
if (element) {
  if (api === null) chrome.tabs.create({ url: '/welcome.html' })
  else {
    const surroundings = browserSurroundings()
    void openBrowserStore
    void sidePanelHost
    void mountPanel
    void surroundings
  }
}
