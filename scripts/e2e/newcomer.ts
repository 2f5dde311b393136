import type { Page } from '@playwright/test'
import { type Pod, podOn } from './pod.ts'

const mostTabs = 80

/**
 * What somebody without a mouse does from the demo's link on: into the panel, through the suggested flow, to the text
 * in the ticket. Resolves to the panel and the steps walked, with the keys that each took.
 */
export async function walkAsNewcomer(
  page: Page,
  link: string,
  ticket: number,
): Promise<{ pod: Pod; walked: { step: string; keys: number }[] }> {
  await page.goto(link)
  const pod = podOn(page, ticket)
  await pod.frame.getByRole('heading', { level: 1, name: `#${ticket}` }).waitFor()
  await tabIntoPod(page)
  await pod.start()
  const walked = await pod.walk()
  await pod.note()
  return { pod, walked }
}

/** Presses Tab until the keyboard is in the pod. */
export async function tabIntoPod(page: Page): Promise<void> {
  for (let tabs = 1; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.tagName === 'IFRAME')) return
  }
  throw new Error('Tab does not lead into the panel.')
}
