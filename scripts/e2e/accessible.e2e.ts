import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect, test } from './fixtures.ts'

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong in the pod, each with the element it is about; `without` names rules that do not apply. */
async function findings(page: Page, without: readonly string[]): Promise<string[]> {
  const frame = page.frame({ url: /\/pod\// })
  if (!frame) throw new Error('There is no pod in the page.')
  await frame.evaluate(await axe)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const options = JSON.stringify({ resultTypes: ['violations'], rules })
  const results = await frame.evaluate<AxeResults>(`axe.run(document, ${options})`)
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

// In forced colours the contrast is the system's, and axe reads the page's own colours.
const looks = [
  { name: 'light', media: { colorScheme: 'light' }, without: [] },
  { name: 'dark', media: { colorScheme: 'dark' }, without: [] },
  {
    name: 'forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    without: ['color-contrast'],
  },
] as const

for (const { name, media, without } of looks)
  test(`axe finds nothing wrong with any screen in ${name}`, async ({ openTicket, page }) => {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    const pod = await openTicket({ mailsContact: true })
    const clean = async (screen: string) => expect(await findings(page, without), screen).toEqual([])
    await expect(pod.frame.getByRole('heading', { name: 'What fits this ticket' })).toBeVisible()
    await clean('pick')
    await pod.start()
    await pod.answer('1')
    await clean('run')
    for (const key of ['Control+K', '?', 'p', 's', 'n', 'r', 'd', 'e', 'b', 'x']) {
      await page.keyboard.press(key)
      await expect(pod.dialog).toBeVisible()
      await clean(`dialog ${key}`)
      await page.keyboard.press('Escape')
      await expect(pod.dialog).toBeHidden()
    }
    await pod.answer('1')
    await pod.answer('1')
    await clean('a field')
    await pod.frame.getByRole('heading', { level: 1 }).click()
    await pod.note()
    await clean('note')
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await expect(pod.dialog).toContainText('The client may see this')
    await clean('confirmation')
    await pod.dialog.getByRole('button', { name: 'Post for the client' }).click()
    await expect(pod.post).toContainText('Sending in')
    await clean('on its way')
    await page.keyboard.press('u')
  })

test('forced colours keep the edges of what can be pressed', async ({ openTicket, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const pod = await openTicket()
  await pod.start()
  const choices = pod.frame.getByRole('group', { name: 'Answers' }).getByRole('button')
  const edges = await choices.evaluateAll((elements) =>
    elements.map((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth)),
  )
  expect(edges).toEqual([2, 1])
})
