import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  test as base,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test'
import { namedChromium } from '#scripts/check/environment.ts'
import { servePage } from '#scripts/sandbox/connectwise/page/serve-page.ts'
import { serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'

const built = path.resolve(import.meta.dirname, '../../../dist/extension/chrome-test')
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1500,900',
  '--remote-debugging-port=0',
  `--disable-extensions-except=${built}`,
  `--load-extension=${built}`,
]

/** The extension's `test` variant in a browser of its own. */
export interface Extension {
  id: string
  /** Its service worker; after the browser stopped it, the one that was started again. */
  worker: Worker
  /** What the worker keeps of the tab that is in front: the tickets its page hinted at, null where it never did. */
  hint(): Promise<{ id: number; kind: string }[] | null>
  /** Sends the tab in front a message from the worker and resolves to its answer. */
  ask(message: Record<string, unknown>): Promise<unknown>
  /** Clicks the toolbar icon over a tab and resolves to the side panel itself. */
  openPanel(tab: Page): Promise<Page>
}

interface Fixtures {
  profile: string
  extension: Extension
}

interface WorkerFixtures {
  /** A ConnectWise to itself, as an origin; the extension is set up to know it. */
  psa: string
}

/** Tests in a browser with the extension: `page` and `context` are that browser's. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  psa: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures this one needs.
    async ({}, use) => {
      const served = await serveSandbox({ port: 0, page: (world) => servePage(world) })
      await use(served.url)
      await served.close()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-profile-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  context: async ({ profile }, use) => {
    if (!existsSync(path.join(built, 'manifest.json')))
      throw new Error('The extension is not built: run "npx wxt build -b chrome -m test".')
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: namedChromium ?? '/usr/bin/chromium',
      viewport: null,
      args,
    })
    await use(context)
    await context.close()
  },
  extension: async ({ context, page, profile, psa }, use) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const id = new URL(worker.url()).host
    await closeWelcome(context, id)
    await page.bringToFront()
    await letIn(worker, psa)
    let second: Browser | undefined
    await use({
      id,
      worker,
      hint: () => worker.evaluate(readHint),
      ask: (message) => worker.evaluate(askFrontTab, message),
      async openPanel(tab) {
        const opened = await openPanel(context, { id, profile, tab })
        second = opened.second
        return opened.panel
      },
    })
    await second?.close()
  },
})

export const expect = test.expect

/** Closes the page that the extension opens when it is new, so that it takes no test's place in front. */
async function closeWelcome(context: BrowserContext, id: string): Promise<void> {
  const find = () => context.pages().find((each) => each.url() === `chrome-extension://${id}/welcome.html`)
  await expect.poll(() => find() !== undefined).toBe(true)
  await find()?.close()
}

/** Sets the extension up for this ConnectWise and waits until its script is let in there. */
async function letIn(worker: Worker, origin: string): Promise<void> {
  await expect
    .poll(() =>
      worker.evaluate(async (server) => {
        const { settings } = await chrome.storage.local.get('settings')
        await chrome.storage.local.set({ settings: { ...Object(settings), connectWise: [server] } })
        return (await chrome.scripting.getRegisteredContentScripts()).length
      }, origin),
    )
    .toBe(1)
}

async function readHint(): Promise<{ id: number; kind: string }[] | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const key = `tab:${tab?.id}`
  const stored: Record<string, { hint: { id: number; kind: string }[] }> =
    await chrome.storage.session.get(key)
  return stored[key]?.hint ?? null
}

async function askFrontTab(message: Record<string, unknown>): Promise<unknown> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  return tab?.id === undefined ? null : chrome.tabs.sendMessage(tab.id, message, { frameId: 0 })
}

/**
 * The side panel is no page of the browser's context, and only a connection made after it was opened sees it.
 */
async function openPanel(
  context: BrowserContext,
  { id, profile, tab }: { id: string; profile: string; tab: Page },
): Promise<{ panel: Page; second: Browser }> {
  const browser = context.browser()
  if (!browser) throw new Error('The browser is gone.')
  const url = `chrome-extension://${id}/sidepanel.html`
  const session = await browser.newBrowserCDPSession()
  const targets = async () => (await session.send('Target.getTargets', { filter: [{}] })).targetInfos
  await tab.bringToFront()
  const target = (await targets()).find((each) => each.type === 'tab' && each.url === tab.url())
  if (!target) throw new Error(`No tab shows ${tab.url()}.`)
  await session.send('Extensions.triggerAction', { id, targetId: target.targetId })
  await expect.poll(async () => (await targets()).some((each) => each.url.startsWith(url))).toBe(true)
  const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const find = () =>
    second
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().startsWith(url))
  await expect.poll(() => find() !== undefined).toBe(true)
  const panel = find()
  if (!panel) throw new Error('The side panel has gone again.')
  return { panel, second }
}
