import { expect, test } from './fixtures.ts'

test.describe('the keyboard', () => {
  test('finds every command by Ctrl+K, runs one by its words, and gets the focus back', async ({
    openTicket,
    page,
  }) => {
    const pod = await openTicket()
    await pod.start()
    await page.keyboard.press('Control+K')
    const commands = pod.dialog.getByRole('option')
    await expect(commands.first()).toBeVisible()
    const listed = await commands.evaluateAll((options) =>
      options.map((option) => ({
        id: option.id.replace('rf-command-', ''),
        keys: [...option.querySelectorAll('.rf-key')].map((key) => key.textContent),
      })),
    )
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
    for (const known of ['choice-9', 'back', 'skip', 'park', 'note', 'help'])
      expect(listed.map(({ id }) => id)).toContain(known)
    expect(listed.filter(({ keys }) => keys.length === 0)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(pod.dialog).toBeHidden()
    await expect(pod.step.getByRole('heading')).toBeFocused()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('park')
    await page.keyboard.press('Enter')
    await expect(pod.dialog).toContainText('waiting for what?')
  })

  test('shows every key by ?', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.start()
    await page.keyboard.press('?')
    await expect(pod.dialog).toContainText('Keys')
    for (const words of ['Back one step', 'Park', 'Paste result', 'All commands', 'Undo the post'])
      await expect(pod.dialog).toContainText(words)
  })

  test('writes where something is being written and acts nowhere', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.frame.getByRole('button', { name: 'Work without a flow' }).click()
    const field = pod.frame.getByRole('textbox', { name: 'What did you do?' })
    await field.click()
    await page.keyboard.type('wpsnrd1?/e')
    await expect(field).toHaveValue('wpsnrd1?/e')
    await expect(pod.dialog).toHaveCount(0)
    await expect(field).toBeVisible()
  })

  test('sends every text by Enter, with Ctrl as well, and begins a line by Shift', async ({
    openTicket,
    page,
  }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.offlineReady()
    await pod.answer('1')
    await pod.answer('1')
    await pod.answer('1')
    const field = pod.frame.getByRole('textbox', { name: 'Connection test' })
    await expect(field).toBeFocused()
    await page.keyboard.type('Port 443: True')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('AzureAdPrt : YES')
    await expect(field).toHaveValue('Port 443: True\nAzureAdPrt : YES')
    await pod.answer('Enter')
    await page.keyboard.press('d')
    await page.keyboard.type('Asked the user')
    await page.keyboard.press('Control+Enter')
    await expect(pod.dialog).toBeHidden()
    await expect(pod.trail).toContainText('Asked the user')
    await page.keyboard.press('s')
    await page.keyboard.press('5')
    await page.keyboard.type('They are at lunch')
    await page.keyboard.press('Control+Enter')
    await expect(pod.dialog).toBeHidden()
    await expect(pod.trail).toContainText('They are at lunch')
  })

  test('acts on no single key once they are switched off', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.start()
    await page.keyboard.press('Control+Alt+K')
    await page.keyboard.press('p')
    await page.keyboard.press('1')
    await page.keyboard.press('Control+K')
    await expect(pod.dialog).toContainText('Commands')
    await page.keyboard.press('Escape')
    await expect(pod.step).toContainText('Who is affected?')
    await page.keyboard.press('Control+Alt+K')
    await pod.answer('1')
  })
})
