import { expect, test } from './fixtures.ts'

test.describe('posting', () => {
  test('asks once more before the client can see a text, and names who may be mailed', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const pod = await openTicket({ mailsContact: true })
    await pod.withoutFlow('Explained that this is out of scope')
    await pod.note()
    await page.keyboard.press('a')
    await expect(pod.frame.getByRole('radio', { name: 'Discussion' })).toBeChecked()
    await expect(pod.frame.getByText('The client may read nothing of this yet')).toBeVisible()
    await pod.frame.getByRole('checkbox', { name: /^The client may read this: .*out of scope/ }).focus()
    await page.keyboard.press('l')
    await expect(pod.frame.getByText('The client may read nothing of this yet')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(pod.dialog).toContainText('The client may see this')
    await expect(pod.dialog).toContainText('priya.nair@harborfinch.example')
    expect(await sandbox.texts(pod.ticket, 'out of scope')).toEqual([])
    await pod.dialog.getByRole('button', { name: 'Post for the client' }).click()
    await pod.sent()
    const texts = await sandbox.texts(pod.ticket, 'out of scope')
    expect(texts).toHaveLength(1)
    expect(texts[0]).not.toMatch(/Ref [0-9A-Z]{5}-/)
  })

  test('is a time entry by one key, and the text stands in the ticket once', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    // A start that is moved back gives way to the member's work elsewhere, so this one has none.
    const pod = await openTicket(undefined, { member: 'apetrov' })
    await pod.withoutFlow('Changed the toner')
    await page.keyboard.press('b')
    await pod.dialog.getByRole('button', { name: '10 min earlier' }).click()
    await pod.note()
    await expect(pod.frame.getByRole('button', { name: /^1\d min from/ })).toBeVisible()
    await page.keyboard.press('m')
    await expect(pod.frame.getByRole('radio', { name: /^Time/ })).toBeChecked()
    await pod.send()
    await pod.sent()
    expect(await sandbox.texts(pod.ticket, 'Changed the toner')).toHaveLength(1)
    const times = await sandbox.times(pod.ticket)
    expect(times).toHaveLength(1)
    expect(times[0]?.notes).toContain('Changed the toner')
    expect(times[0]?.minutes).toBeGreaterThanOrEqual(9)
  })

  test('says true words while a text is only on its way', async ({ openTicket }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.walk()
    await pod.note()
    await pod.send()
    await expect(pod.frame.getByText('All of it is in the ticket.')).toHaveCount(0)
    await expect(pod.frame.getByText('Posted to the ticket')).toHaveCount(0)
    await pod.sent()
    await expect(pod.frame.getByText('All of it is in the ticket.')).toBeVisible()
  })
})
