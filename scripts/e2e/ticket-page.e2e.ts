import { expect, signInByHand, test } from './fixtures.ts'
import { podOn } from './pod.ts'

test.describe('beside the ticket', () => {
  test('the panel shows another ticket’s own state when the page moves there, and nothing of the first', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const other = await sandbox.newTicket({ summary: 'Printer offline' })
    const pod = await openTicket()
    await pod.withoutFlow('Kept for the surgery wing')
    await page.getByRole('textbox', { name: 'Open ticket by number' }).fill(String(other))
    await page.keyboard.press('Enter')
    await expect(pod.frame.getByRole('heading', { level: 1, name: `#${other}` })).toBeVisible()
    await expect(pod.frame.getByText('Kept for the surgery wing')).toHaveCount(0)
    await page.goBack()
    await expect(pod.trail).toContainText('Kept for the surgery wing')
  })

  test('Save saves at once, with a session under way', async ({ openTicket, page, sandbox }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.answer('1')
    await page.getByRole('textbox', { name: 'Summary' }).fill('Outlook disconnected, two users')
    await page.getByRole('button', { name: /^Save( •)?$/ }).click()
    await expect.poll(() => sandbox.summary(pod.ticket)).toBe('Outlook disconnected, two users')
    await expect(pod.frame.getByRole('heading', { level: 1 })).toContainText('Outlook')
    await expect(pod.trail).toContainText('This user only')
  })

  test('Save saves while ResolutionFlow cannot be reached at all', async ({
    openTicket,
    page,
    sandbox,
    demo,
  }) => {
    const ticket = await sandbox.newTicket()
    await page.route(`${demo.api}/**`, (route) => route.abort())
    await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
    await page.getByRole('textbox', { name: 'Summary' }).fill('Saved without the pod')
    await page.getByRole('button', { name: /^Save( •)?$/ }).click()
    await expect.poll(() => sandbox.summary(ticket)).toBe('Saved without the pod')
    await page.unroute(`${demo.api}/**`)
    await expect((await openTicket(ticket)).frame.getByRole('heading', { level: 1 })).toContainText(
      'Saved without the pod',
    )
  })

  test('Refresh after a post shows the text among the ticket’s own notes', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Replaced the fuser unit')
    await pod.note()
    await pod.send()
    await pod.sent()
    const notes = page.getByRole('tabpanel')
    await expect(notes).not.toContainText('fuser unit')
    await pod.post.getByRole('button', { name: 'Refresh' }).click()
    await expect(notes).toContainText('Replaced the fuser unit')
  })

  test('Refresh after a post asks before it drops what was not saved', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Replaced the fuser unit')
    await pod.note()
    await pod.send()
    await pod.sent()
    const summary = page.getByRole('textbox', { name: 'Summary' })
    await summary.fill('Half a summary')
    await pod.post.getByRole('button', { name: 'Refresh' }).click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await expect(summary).toHaveValue('Half a summary')
    await pod.post.getByRole('button', { name: 'Refresh' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Refresh' }).click()
    await expect(summary).toHaveValue('Outlook not connecting, says Disconnected at the bottom')
    await expect(page.getByRole('tabpanel')).toContainText('Replaced the fuser unit')
  })

  test('the panel is a page of its own as well, where nobody but a person vouches', async ({
    openPage,
    sandbox,
  }) => {
    const pod = await openPage(await sandbox.newTicket())
    await pod.start()
    await expect(pod.step).toContainText('Who is affected?')
  })

  test('a project ticket has the panel too', async ({ openTicket, sandbox }) => {
    const pod = await openTicket(26300)
    await pod.withoutFlow('Copied the first share')
    await pod.note()
    await pod.send()
    await pod.sent()
    expect(await sandbox.projectTexts(26300, 'Copied the first share')).toHaveLength(1)
  })

  test('a person signs in by hand where ConnectWise refuses the member’s hash', async ({
    demo,
    page,
    sandbox,
  }) => {
    await sandbox.switch({ refuseHashes: true })
    try {
      const ticket = await sandbox.newTicket()
      await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
      const pod = podOn(page, ticket)
      await signInByHand(pod)
      await pod.enter()
    } finally {
      await sandbox.switch({ refuseHashes: false })
    }
  })
})
