import { expect, test } from './fixtures.ts'

const posts = 4

test('with ConnectWise misbehaving every post lands exactly once or asks for a person', async ({
  openTicket,
  page,
  sandbox,
}) => {
  test.setTimeout(150_000)
  const pod = await openTicket()
  const misbehave = page.getByRole('switch', { name: 'Make ConnectWise misbehave' })
  await pod.frame.getByRole('button', { name: 'Work without a flow' }).click()
  await misbehave.click()
  await expect(misbehave).toBeChecked()
  try {
    for (let number = 1; number <= posts; number += 1) {
      await pod.act(`Try number ${number}.`)
      await pod.note()
      await page.keyboard.press('Enter')
      await expect(pod.post.last()).toContainText(/Sending|Checking|Sent|Needs you/, { timeout: 30_000 })
    }
    await expect(pod.post.filter({ hasText: /Sending|Checking/ })).toHaveCount(0, { timeout: 100_000 })
  } finally {
    await misbehave.click()
  }
  await expect(misbehave).not.toBeChecked()
  await sandbox.settle()
  const open = await pod.post.filter({ hasText: 'Needs you' }).count()
  let landed = 0
  for (let number = 1; number <= posts; number += 1) {
    const found = await sandbox.texts(pod.ticket, `Try number ${number}.`)
    expect(found.length).toBeLessThanOrEqual(1)
    landed += found.length
  }
  expect(landed + open).toBeGreaterThanOrEqual(posts)
})
