import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import { openBrowserStore } from '#shared/sync/indexed-db-store.ts'
import { readSettings, saveSettings } from '../../settings/stored-settings.ts'
import { memberOfBrowser } from '../../sign-in/member-of-browser.ts'
import { patternOf } from '../../tabs/ticket-sites.ts'
import type { SetUpHost } from './set-up-host.ts'

const singleKeys = 'panel:single-keys'

/** The set-up pages as pages of the extension. */
export async function browserHost(
  browser: typeof chrome,
  self: Window & typeof globalThis,
): Promise<SetUpHost> {
  const surroundings = browserSurroundings()
  const store = await openBrowserStore(surroundings)
  const windowId = (await browser.windows.getCurrent()).id

  async function member() {
    const { api } = await readSettings(browser.storage)
    if (api === null) throw new Error('Name the server first.')
    return memberOfBrowser({ browser, self, api, store, now: surroundings.now })
  }

  return {
    settings: () => readSettings(browser.storage),
    save: (change) => saveSettings(browser.storage, change),
    grant: (origins) => browser.permissions.request({ origins: [...new Set(origins.map(patternOf))] }),
    release: async (origin) => void (await browser.permissions.remove({ origins: [patternOf(origin)] })),
    async isOurApi(origin) {
      const answer = await self
        .fetch(`${origin}/health`, { credentials: 'omit', cache: 'no-store', redirect: 'error' })
        .then((reply) => reply.json())
        .catch(() => null)
      return typeof answer === 'object' && answer !== null && answer.ok === true
    },
    me: async () => (await member()).member.me().catch(() => null),
    signIn: async () => (await member()).signInByHand(),
    signOut: async () => (await member()).member.signOut(),
    singleKeys: async () => (await store.get(singleKeys)) !== false,
    saveSingleKeys: (on) => store.put(singleKeys, on),
    async openingKeys() {
      const commands = await browser.commands.getAll()
      return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? ''
    },
    openPanel() {
      if (windowId !== undefined) void browser.sidePanel.open({ windowId })
    },
  }
}
