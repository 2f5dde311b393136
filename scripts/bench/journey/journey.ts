import { walkAsNewcomer } from '#scripts/e2e/newcomer.ts'
import { controlSandbox } from '#scripts/e2e/sandbox-control.ts'
import { type Figure, printed } from '../measure/figure.ts'
import { withDemo } from '../measure/with-demo.ts'

const ticket = 26251

/** From opening the demo's link to the text in the ticket, by keyboard alone, at the speed of the machine. */
export function benchJourney(): Promise<Figure[]> {
  return withDemo(async (demo, browser) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const begun = performance.now()
    const { pod, walked } = await walkAsNewcomer(page, demo.link, ticket)
    await page.keyboard.press('Enter')
    await pod.post.getByText(/Sent/).first().waitFor({ timeout: 60_000 })
    const seconds = (performance.now() - begun) / 1_000
    const texts = await controlSandbox(demo.sandbox).texts(ticket, 'Outlook shows')
    if (texts.length !== 1) throw new Error(`The text stands in the ticket ${texts.length} times.`)
    const keys = walked.reduce((sum, step) => sum + step.keys, 0)
    return [
      printed('From the page to the text in the ticket, by keyboard', `${seconds.toFixed(1)} s`, '≤ 90 s'),
      printed('Steps and keys on the way', `${walked.length} steps, ${keys} keys`),
    ]
  })
}
