import type { Page } from '@playwright/test'

/** Ends the process of the page, as a crash does: nothing in it runs any more. */
export async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash')
  const session = await page.context().newCDPSession(page)
  session.send('Page.crash').catch(() => undefined)
  await gone
  await page.close()
}
