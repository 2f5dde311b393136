import { expect, test } from './fixtures.ts'

const note = 'POST /service/tickets/*/notes'

test.describe('a text that was posted', () => {
  test('stands in the ticket once though Post is hit twice', async ({ openTicket, page, sandbox }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Restarted the print server')
    await pod.note()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await pod.sent()
    expect(await sandbox.texts(pod.ticket, 'print server')).toHaveLength(1)
  })

  test('stands in the ticket once though ConnectWise takes it and drops the connection', async ({
    openTicket,
    sandbox,
  }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Restarted the print server')
    await pod.note()
    await sandbox.fault({ match: note, effect: { kind: 'reset-after' } })
    await pod.send()
    await pod.sent()
    expect(await sandbox.texts(pod.ticket, 'print server')).toHaveLength(1)
  })

  test('is taken back before it is sent, and then is not sent', async ({ openTicket, page, sandbox }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Restarted the computer')
    await pod.note()
    await pod.send()
    await page.keyboard.press('u')
    await expect(pod.frame.getByText('Taken back')).toBeVisible()
    await expect(pod.post).toBeHidden()
    expect(await sandbox.texts(pod.ticket, 'Restarted')).toEqual([])
    await pod.note()
    await expect(pod.frame.getByText('Restarted the computer').first()).toBeVisible()
  })

  test('waits for a person where the ticket has become another, and goes there once they say so', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Measured the line')
    await pod.note()
    await pod.send()
    await sandbox.patch(pod.ticket, [{ op: 'replace', path: 'summary', value: 'Scanner works again' }])
    await page.keyboard.press('g')
    await expect(pod.post).toContainText('Needs you')
    await expect(pod.post).toContainText('Scanner works again')
    expect(await sandbox.texts(pod.ticket, 'Measured')).toEqual([])
    await pod.post.getByRole('button', { name: 'Send again' }).click()
    await expect(pod.post).toContainText('Sent')
    expect(await sandbox.texts(pod.ticket, 'Measured')).toHaveLength(1)
  })

  test('goes to the ticket it was written for though another is opened meanwhile', async ({
    openTicket,
    page,
    sandbox,
  }) => {
    const other = await sandbox.newTicket({ summary: 'Printer offline' })
    const pod = await openTicket()
    await pod.withoutFlow('Swapped the patch cable')
    await pod.note()
    await pod.send()
    await page.getByRole('textbox', { name: 'Open ticket by number' }).fill(String(other))
    await page.keyboard.press('Enter')
    await expect(pod.frame.getByRole('heading', { level: 1, name: `#${other}` })).toBeVisible()
    await expect(pod.frame.getByText('Swapped the patch cable')).toHaveCount(0)
    await expect.poll(() => sandbox.texts(pod.ticket, 'patch cable'), { timeout: 30_000 }).toHaveLength(1)
    expect(await sandbox.texts(other, 'patch cable')).toEqual([])
  })
})
