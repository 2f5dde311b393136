import { expect, test } from './fixtures.ts'
import { walkAsNewcomer } from './newcomer.ts'

test('a newcomer goes from the open ticket to the text in it by keyboard alone', async ({
  page,
  demo,
  sandbox,
}) => {
  const { pod, walked } = await walkAsNewcomer(page, demo.link, 26251)
  expect(walked.length).toBeGreaterThanOrEqual(6)
  expect(walked.filter(({ keys }) => keys > 2)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(pod.post).toContainText('Sent', { timeout: 30_000 })
  const texts = await sandbox.texts(26251, 'Outlook shows')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('Webmail: Works')
  expect(texts[0]).toMatch(/Ref [0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\s*$/)
})
