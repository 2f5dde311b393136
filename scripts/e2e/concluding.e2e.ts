import { expect, test } from './fixtures.ts'

test.describe('ending outside the flow', () => {
  test('hands the ticket over by two keys, with what was not answered and what to verify first', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.offlineReady()
    await pod.answer('1')
    const open = (await pod.step.getByRole('heading').textContent()) ?? ''
    await page.keyboard.press('e')
    await expect(pod.dialog.getByRole('textbox', { name: 'What to verify first' })).toHaveValue(
      new RegExp(`^${open.replace(/[?.]/g, '\\$&')}\n`),
    )
    await page.keyboard.press('Enter')
    await expect(pod.frame.getByRole('heading', { name: 'Ready to hand over' })).toBeVisible()
    await pod.note()
    await expect(pod.frame.getByText(`${open} (not answered)`).first()).toBeVisible()
    await pod.send()
    await pod.sent()
    const [text] = await sandbox.texts(pod.ticket, '(not answered)')
    expect(text).toMatch(/Open question/)
    expect(text).toMatch(/Verify first/)
    expect(text).toMatch(/Escalated/)
  })

  test('asks without a flow for the cause and how certain it is, by keys alone', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Replaced the patch cable')
    await page.keyboard.press('e')
    await expect(pod.dialog).toBeVisible()
    await page.keyboard.press('2')
    await expect(pod.dialog.getByRole('textbox', { name: 'What solved it?' })).toBeFocused()
    await page.keyboard.type('The link is up')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Crushed cable')
    await page.keyboard.press('Tab')
    await page.keyboard.press('c')
    await expect(pod.dialog.getByRole('radio', { name: 'Confirmed' })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(pod.frame.getByRole('heading', { name: 'Resolved' })).toBeVisible()
    await pod.note()
    await pod.send()
    await pod.sent()
    const [text] = await sandbox.texts(pod.ticket, 'patch cable')
    expect(text).toContain('Cause: Crushed cable (confirmed)')
    expect(text).toContain('Resolved: The link is up')
  })
})
