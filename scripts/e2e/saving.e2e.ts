import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Pod } from './pod.ts'
import { changeSettings } from './team-settings.ts'

const reminder = 'Your steps are not in the ticket yet.'

async function begin(pod: Pod): Promise<void> {
  await pod.startNamed('Outlook not connecting')
  await pod.answer('1')
  await expect(pod.trail).toContainText('This user only')
  await pod.offlineReady()
}

async function save(page: Page, summary: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Summary' }).fill(summary)
  await page.getByRole('button', { name: /^Save( •)?$/ }).click()
}

test.describe('Save in ConnectWise', () => {
  test.afterEach(({ demo }) => changeSettings(demo.api, { beforeSave: false }))

  test('is nothing to the panel while the team has not asked for it', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const pod = await openTicket()
    await begin(pod)
    await save(page, 'Outlook disconnected, two users')
    await expect.poll(() => sandbox.summary(pod.ticket)).toBe('Outlook disconnected, two users')
    await expect(pod.frame.getByText(reminder)).toHaveCount(0)
  })

  test('saves at once where the team has, and the panel then says what is not posted and leads there', async ({
    openTicket,
    page,
    sandbox,
    demo,
  }) => {
    await changeSettings(demo.api, { beforeSave: true })
    const pod = await openTicket()
    await begin(pod)
    await save(page, 'Outlook disconnected, two users')
    await expect.poll(() => sandbox.summary(pod.ticket)).toBe('Outlook disconnected, two users')
    const said = pod.frame.getByRole('status').filter({ hasText: reminder })
    await expect(said).toBeVisible()
    await said.getByRole('button', { name: 'Post' }).click()
    await expect(pod.frame.getByRole('heading', { name: 'Note for the ticket' })).toBeVisible()
    await expect(pod.frame.getByText(reminder)).toHaveCount(0)
  })

  test('saves at once where the team has, though ResolutionFlow no longer answers', async ({
    openTicket,
    page,
    sandbox,
    demo,
  }) => {
    await changeSettings(demo.api, { beforeSave: true })
    const pod = await openTicket()
    await begin(pod)
    await page.route(`${demo.api}/**`, (route) => route.abort())
    await pod.answer('1')
    await save(page, 'Saved all the same')
    await expect.poll(() => sandbox.summary(pod.ticket)).toBe('Saved all the same')
    await expect(pod.frame.getByText(reminder)).toBeVisible()
    await page.unroute(`${demo.api}/**`)
  })
})
