import type { BrowserContext, Page } from '@playwright/test'
import type { Demo } from '../demo.ts'
import { type Extension, expect, test } from './launch-extension.ts'

export { expect, test }

/** Sets the extension up for a demo, as its first-run page does. */
export async function setUp({ worker }: Extension, { api, sandbox }: Demo): Promise<void> {
  await worker.evaluate((settings) => chrome.storage.local.set({ settings }), { api, connectWise: [sandbox] })
}

/** Signs in from the panel in the window that the browser opens for it, as the demo's Maria Rivera. */
export async function signIn(context: BrowserContext, panel: Page): Promise<void> {
  const opened = context.waitForEvent('page')
  await panel.getByRole('button', { name: 'Sign in' }).click()
  await (await opened).getByRole('button', { name: /Maria Rivera/ }).click()
  await expect(panel.getByRole('button', { name: 'Sign in' })).toBeHidden()
}
