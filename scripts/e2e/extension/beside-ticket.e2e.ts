import { type Demo, startDemo } from '../demo.ts'
import { podOn } from '../pod.ts'
import { controlSandbox } from '../sandbox-control.ts'
import { test as base, expect, setUp, signIn } from './beside-ticket.ts'

const test = base.extend<object, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures this one needs.
    async ({}, use) => {
      const demo = await startDemo()
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test('a ticket goes from the open tab to its posted note in the side panel', async ({
  page,
  context,
  extension,
  demo,
}) => {
  await setUp(extension, demo)
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=26251`)
  const panel = await extension.openPanel(page)
  await signIn(context, panel)
  const pod = podOn(panel, 26251, panel)
  await pod.enter()
  await pod.start()
  await pod.walk()
  await pod.note()
  await pod.send()
  await pod.sent()
  const texts = await controlSandbox(demo.sandbox).texts(26251, 'Outlook shows')
  expect(texts).toHaveLength(1)
})
