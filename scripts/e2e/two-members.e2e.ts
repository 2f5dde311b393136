import { expect, test } from './fixtures.ts'

test.describe('two members on one session', () => {
  test('see each other’s answers at once, and what came late', async ({ openTicket, browser, context }) => {
    const first = await openTicket()
    await first.startNamed('Outlook not connecting')
    await first.offlineReady()
    const other = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    try {
      const second = await openTicket(first.ticket, { page: await other.newPage(), member: 'tokafor' })
      await second.frame.getByRole('button', { name: 'Outlook not connecting' }).first().click()
      await expect(second.step).toContainText('Who is affected?')

      await first.answer('1')
      await expect(second.step).toContainText('Does webmail work?')
      await second.answer('1')
      await expect(first.step).toContainText('What does Outlook show?')
      await expect(first.trail).toContainText('by Tunde Okafor')

      await context.setOffline(true)
      await first.answer('5')
      await second.answer('3')
      await expect(second.trail).toContainText('Working Offline')
      await context.setOffline(false)
      for (const { trail } of [first, second]) {
        await expect(trail).toContainText('came late', { timeout: 30_000 })
        await expect(trail).toContainText('Working Offline')
      }
      await expect(first.step).toHaveText((await second.step.textContent()) ?? '', { timeout: 15_000 })

      await first.note()
      await expect(first.frame.getByText('Came in late')).toBeVisible()
      await first.frame.getByRole('button', { name: 'Keep' }).click()
      await expect(first.frame.getByText('Came in late')).toBeHidden()
      await expect(first.frame.getByRole('heading', { name: /also done/i })).toBeVisible()
    } finally {
      await other.close()
    }
  })

  test('may be one member with the pod and the page open at once', async ({
    openTicket,
    openPage,
    context,
  }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    const beside = await openPage(pod.ticket, await context.newPage())
    await expect(beside.step).toContainText('Who is affected?')
    await beside.answer('1')
    await expect(pod.step).toContainText('Does webmail work?')
    await pod.page.bringToFront()
    await pod.answer('1')
    await expect(beside.step).toContainText('What does Outlook show?')
  })
})
