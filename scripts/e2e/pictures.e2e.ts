import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { takesPictures as wanted } from '#scripts/check/environment.ts'
import { expect, test } from './fixtures.ts'
import { podOn } from './pod.ts'
import { squeezePng } from './squeeze-png.ts'

const folder = path.resolve(import.meta.dirname, '../../docs/pictures')
const largest = 200_000

/** Takes a picture for the README where the run asks for them (`PICTURES=1`); else it has to be there already. */
async function picture(page: Page, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`)
  if (wanted)
    await writeFile(file, squeezePng(await page.screenshot({ animations: 'disabled', caret: 'hide' })))
  expect(existsSync(file), `${file} is there`).toBe(true)
  expect(statSync(file).size).toBeLessThanOrEqual(largest)
}

test.describe('the pictures of the README', () => {
  test('show a ticket from its suggestion to the text in it', async ({ openTicket, page }) => {
    // Pictures show the ticket that the demo opens on; other tests have it for themselves.
    const pod = await openTicket(wanted ? 26251 : undefined)
    await expect(pod.frame.getByText('Ticket says')).toBeVisible()
    await picture(page, 'ticket')
    await pod.start()
    await pod.answer('1')
    await pod.answer('1')
    await pod.answer('1')
    await expect(pod.step).toContainText('Test the connection')
    await picture(page, 'run')
    await pod.walk()
    await pod.note()
    await expect(pod.frame.getByRole('radio', { name: 'Internal' })).toBeVisible()
    await picture(page, 'note')
    await pod.send()
    await pod.sent()
    await pod.post.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('tabpanel')).toContainText('Outlook shows')
    await picture(page, 'posted')
  })

  test('show it in the dark', async ({ openTicket, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const pod = await openTicket(26258)
    await pod.start()
    await pod.answer('1')
    await picture(page, 'dark')
  })

  test('show it narrow', async ({ page, openPage }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    const pod = await openPage(26263)
    await podOn(page, 26263, page).start()
    await pod.answer('1')
    await picture(page, 'narrow')
  })
})
