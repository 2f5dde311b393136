import type { BrowserContext, Locator, Page } from '@playwright/test'
import { crash } from '#scripts/e2e/crash.ts'
import type { Demo } from '#scripts/e2e/demo.ts'
import { podOn } from '#scripts/e2e/pod.ts'
import { controlSandbox } from '#scripts/e2e/sandbox-control.ts'
import { seededRandom } from '#shared/sync/testing/virtual-time.ts'
import { type Figure, median, milliseconds, printed } from '../measure/figure.ts'
import { withDemo } from '../measure/with-demo.ts'

const kills = 12
/** Long enough that every kill strikes somebody who is typing. */
const text = 'The spooler stops again as soon as the second tray is asked for paper. '.repeat(20)
const soonestMs = 300
const latestMs = 3_000
const mostFillMs = 5_000

/** How much of a text that is being typed is lost where the page's process is killed at a random moment. */
export async function benchLost(): Promise<Figure[]> {
  const random = seededRandom(7)
  const lost = await withDemo(async (demo, browser) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const values: number[] = []
    for (let kill = 0; kill < kills; kill += 1)
      values.push(await killWhileTyping(demo, context, soonestMs + random() * (latestMs - soonestMs)))
    return values
  })
  const what = 'Typing lost where the page’s process is killed'
  return [
    printed(`${what}, most of ${kills}`, milliseconds(Math.max(...lost)), '≤ 250 ms'),
    printed(`${what}, median`, milliseconds(median(lost)), '≤ 250 ms'),
  ]
}

/** Milliseconds between the kill and the first letter that is gone; 0 where none is. */
async function killWhileTyping(demo: Demo, context: BrowserContext, afterMs: number): Promise<number> {
  const ticket = await controlSandbox(demo.sandbox).newTicket()
  const page = await open(demo, context, ticket)
  const pod = podOn(page, ticket)
  await pod.withoutFlow('Looked at the printer')
  const field = pod.frame.getByRole('textbox', { name: 'What did you do?' })
  await field.click()
  const typedAt: number[] = []
  const killAt = performance.now() + afterMs
  for (const letter of text) {
    if (performance.now() >= killAt) break
    await page.keyboard.type(letter)
    typedAt.push(performance.now())
  }
  const killed = performance.now()
  await crash(page)
  const again = podOn(await open(demo, context, ticket), ticket)
  const kept = again.frame.getByRole('textbox', { name: 'What did you do?' })
  await kept.waitFor()
  const stored = await lengthOnceFilled(kept)
  await again.page.close()
  const first = typedAt[stored]
  return first === undefined ? 0 : killed - first
}

/** A draft is filled in soon after its field is there; where none was kept, it stays empty. */
async function lengthOnceFilled(field: Locator): Promise<number> {
  for (const until = performance.now() + mostFillMs; performance.now() < until; ) {
    const { length } = await field.inputValue()
    if (length > 0) return length
  }
  return 0
}

async function open(demo: Demo, context: BrowserContext, ticket: number): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
  await podOn(page, ticket).enter()
  return page
}
