import { expect, test } from './fixtures.ts'
import { postsOf } from './posts-of.ts'

const posts = 4

test('with ConnectWise misbehaving every post lands exactly once or asks for a person', async ({
  openTicket,
  page,
  demo,
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
      await expect(pod.post.last()).toContainText(/Waiting|Sending|Checking|Sent|Needs you/, {
        timeout: 30_000,
      })
    }
    await expect(pod.post.filter({ hasText: /Waiting|Sending|Checking|Sent. Setting/ })).toHaveCount(0, {
      timeout: 100_000,
    })
  } finally {
    await misbehave.click()
  }
  await expect(misbehave).not.toBeChecked()
  await sandbox.settle()
  const known = await postsOf(demo.api, pod.ticket)
  for (let number = 1; number <= posts; number += 1) {
    const words = `Try number ${number}.`
    const landed = (await sandbox.texts(pod.ticket, words)).length
    const states = known.filter(({ text }) => text.includes(words)).map(({ state }) => state)
    expect([
      { words, landed: 1, states: ['posted'] },
      { words, landed: 0, states: ['needs_you'] },
    ]).toContainEqual({ words, landed, states })
  }
})
