import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { podOn } from './pod.ts'

/** Presses Tab until the keyboard is in the pod, as somebody without a mouse would; resolves to how often. */
async function tabInto(page: Page): Promise<number> {
  for (let tabs = 1; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.tagName === 'IFRAME')) return tabs
  }
  throw new Error('Tab does not lead into the panel.')
}

test('a newcomer goes from the open ticket to the text in it, by keyboard alone, within 90 seconds', async ({
  page,
  demo,
  sandbox,
}) => {
  const begun = Date.now()
  await page.goto(demo.link)
  const pod = podOn(page, 26251)
  await expect(pod.frame.getByRole('heading', { level: 1, name: '#26251' })).toBeVisible()
  await tabInto(page)
  await pod.start()
  const walked = await pod.walk()
  expect(walked.length).toBeGreaterThanOrEqual(6)
  expect(walked.filter(({ keys }) => keys > 2)).toEqual([])
  await pod.note()
  await page.keyboard.press('Enter')
  await expect(pod.post).toContainText('Sent', { timeout: 30_000 })
  expect(Date.now() - begun).toBeLessThan(90_000)
  const texts = await sandbox.texts(26251, 'Outlook shows')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('Webmail: Works')
  expect(texts[0]).toMatch(/Ref [0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\s*$/)
})
