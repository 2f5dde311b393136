import type { BrowserContext, Page } from '@playwright/test'
import { type Demo, startDemo } from '../demo.ts'
import { controlSandbox } from '../sandbox-control.ts'
import { test as base, type Extension, expect } from './launch-extension.ts'

export { expect }

interface Fixtures {
  /** Opens a ticket of the demo's ConnectWise in a tab of its own. */
  openTab: (ticket: number, tab?: Page) => Promise<Page>
  /** Makes a ticket in the demo's ConnectWise. */
  newTicket: () => Promise<number>
  /** The side panel, signed in beside the tab of a ticket, a new one unless its number is given. */
  openSignedIn: (ticket?: number) => Promise<{ tab: Page; panel: Page; ticket: number }>
}

/** Tests with the extension beside a whole demo, one for each worker. */
export const test = base.extend<Fixtures, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures this one needs.
    async ({}, use) => {
      const demo = await startDemo()
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  openTab: async ({ context, demo }, use) => {
    await use(async (ticket, tab) => {
      const opened = tab ?? (await context.newPage())
      await opened.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
      return opened
    })
  },
  newTicket: async ({ demo }, use) => {
    await use(() => controlSandbox(demo.sandbox).newTicket())
  },
  openSignedIn: async ({ page, context, extension, demo, openTab, newTicket }, use) => {
    await use(async (wanted) => {
      const ticket = wanted ?? (await newTicket())
      await setUp(extension, demo)
      const tab = await openTab(ticket, page)
      const panel = await extension.openPanel(tab)
      await signIn(context, panel)
      await expect(heading(panel, ticket)).toBeVisible()
      return { tab, panel, ticket }
    })
  },
})

/** The heading of a ticket in the panel. */
export const heading = (panel: Page, ticket: number) =>
  panel.getByRole('heading', { level: 1, name: `#${ticket}` })

/** Sets the extension up for a demo, as its first-run page does. */
async function setUp({ worker }: Extension, { api, sandbox }: Demo): Promise<void> {
  await worker.evaluate((settings) => chrome.storage.local.set({ settings }), {
    api,
    connectWise: [sandbox],
  })
}

/** Signs in from the panel in the window that the browser opens for it, as the demo's Maria Rivera. */
async function signIn(context: BrowserContext, panel: Page): Promise<void> {
  const opened = context.waitForEvent('page')
  await panel.getByRole('button', { name: 'Sign in' }).click()
  await (await opened).getByRole('button', { name: /Maria Rivera/ }).click()
}
