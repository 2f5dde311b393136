import { expect, test } from './fixtures.ts'

test('a question that is passed over hands nothing over, in the panel, the note and the ticket', async ({
  openTicket,
  page,
  sandbox,
}) => {
  const pod = await openTicket()
  await pod.start()
  await pod.offlineReady()
  await expect(pod.step).toContainText('Who is affected?')
  await page.keyboard.press('n')
  await expect(pod.dialog).toContainText('Not relevant: why?')
  await page.keyboard.press('2')
  await expect(pod.dialog).toBeHidden()
  await expect(pod.trail).toContainText('Skipped: Who is affected? (not relevant, other software)')
  await expect(pod.step).toContainText('Who is affected?')
  await expect(pod.frame.getByRole('button', { name: /Go on with: Does webmail work\?/ })).toBeVisible()
  await page.keyboard.press('1')
  await expect(pod.step).toContainText('Does webmail work?')
  await pod.note()
  await pod.send()
  await pod.sent()
  const texts = await sandbox.texts(pod.ticket, 'Skipped: Who is affected?')
  expect(texts).toHaveLength(1)
  expect(texts[0]).not.toMatch(/Escalated|Resolved|Referred/)
})
