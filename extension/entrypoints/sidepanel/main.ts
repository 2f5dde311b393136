import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { readSettings } from '../../settings/stored-settings.ts'
import { showSetUp } from '../../side-panel/show-set-up.ts'
import { sidePanelHost } from '../../side-panel/side-panel-host.ts'
import { memberOfBrowser } from '../../sign-in/member-of-browser.ts'

const element = document.getElementById('panel')
const { api, theme } = await readSettings(chrome.storage)
document.documentElement.dataset.theme = theme
if (element) {
  if (api === null) showSetUp(element, chrome)
  else {
    const surroundings = browserSurroundings()
    const store = await openBrowserStore(surroundings)
    const { member, signInByHand } = memberOfBrowser({
      browser: chrome,
      self: window,
      api,
      store,
      now: surroundings.now,
    })
    mountPanel(
      element,
      await sidePanelHost({ self: window, browser: chrome, api, store, surroundings, member, signInByHand }),
    )
  }
}
