import { type BrowserContext, chromium, type Frame, type Page } from '@playwright/test'
import { findChromium } from '#scripts/check/find-chromium.ts'
import { type Demo, startDemo } from '#scripts/e2e/demo.ts'
import { podOn } from '#scripts/e2e/pod.ts'
import { controlSandbox } from '#scripts/e2e/sandbox-control.ts'
import { buildPages } from '../measure/build-pages.ts'
import { atMost, type Figure, median, milliseconds, printed, quantile } from '../measure/figure.ts'
import { ratiosOf } from '../measure/interleave.ts'
import { textSwapPage } from '../peers/text-swap.ts'
import { publishInDemo, questionFlow, questionTicket } from './question-flow.ts'
import { timeClick, timeFrame } from './time-click.ts'

/** As many as a long flow takes, with the network and then without; a round walks several sessions. */
const clicks = 15
const sessions = 3
const rounds = 7
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Milliseconds of clicks in the pod, and of as many in the bare page between them. */
interface Clicked {
  pod: number[]
  bare: number[]
}

/** A round's 95th percentiles in milliseconds. */
interface Round {
  online: { pod: number; bare: number }
  offline: { pod: number; bare: number }
}

/**
 * From a click in the pod to the next step painted, beside a bare text swap.
 *
 * Both stand as frames in the same ticket page, so they share its process, its main thread and its frame clock, and
 * are clicked by the same mouse in turn: pod, bare, pod, bare. A percentile of one round is of 45 clicks each; ratios
 * are taken within a round, and the median of the rounds counts, so that a round in which the machine was busy with
 * something else moves nothing. The first round warms up and is thrown away.
 */
export async function benchClick(): Promise<Figure[]> {
  const executablePath = findChromium()
  if (typeof executablePath !== 'string') throw new Error(executablePath.advice)
  await buildPages()
  const demo = await startDemo()
  const browser = await chromium.launch({ executablePath, args })
  try {
    await publishInDemo(demo.api, questionFlow(2 * clicks + 2))
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
    await context.route(bareAddress(demo), (route) =>
      route.fulfill({ contentType: 'text/html', body: textSwapPage }),
    )
    return await measure(demo, context)
  } finally {
    await browser.close()
    await demo.stop()
  }
}

async function measure(demo: Demo, context: BrowserContext): Promise<Figure[]> {
  const seen: Round[] = []
  const frames: number[] = []
  const all: Clicked = { pod: [], bare: [] }
  for (let round = -1; round < rounds; round++) {
    const online: Clicked = { pod: [], bare: [] }
    const offline: Clicked = { pod: [], bare: [] }
    for (let session = 0; session < sessions; session++) {
      const page = await openTicket(demo, context)
      const pod = await frameOf(page, 'iframe[src*="/pod/"]:not(#bare)')
      const bare = await addBare(page, bareAddress(demo))
      frames.push(await timeFrame(pod))
      await clickInTurn(page, pod, bare, online)
      await context.setOffline(true)
      await clickInTurn(page, pod, bare, offline)
      await context.setOffline(false)
      await page.close()
    }
    if (round < 0) continue
    seen.push({ online: late(online), offline: late(offline) })
    all.pod.push(...online.pod, ...offline.pod)
    all.bare.push(...online.bare, ...offline.bare)
  }
  const frame = median(frames)
  const figures = (['online', 'offline'] as const).flatMap((network) => {
    const pods = seen.map((round) => round[network].pod)
    const bares = seen.map((round) => round[network].bare)
    const what = 'Click to next step painted, 95th percentile'
    return [
      atMost(
        `${what} in frames, ${network}`,
        pods.map((pod) => pod / frame),
        1.25,
      ),
      atMost(`${what} over that of a bare text swap, ${network}`, ratiosOf(pods, bares), 1.2),
    ]
  })
  return [
    ...figures,
    printed('Click to next step painted, median', milliseconds(median(all.pod))),
    printed('The same of a bare text swap', milliseconds(median(all.bare))),
    printed('One frame', milliseconds(frame)),
  ]
}

async function clickInTurn(page: Page, pod: Frame, bare: Frame, into: Clicked): Promise<void> {
  for (let click = 0; click < clicks; click++) {
    into.pod.push(await timeClick(page, pod))
    into.bare.push(await timeClick(page, bare))
  }
}

const late = ({ pod, bare }: Clicked) => ({ pod: quantile(pod, 0.95), bare: quantile(bare, 0.95) })

/** Under the API's own address, so that the bare page runs in the pod's process. */
const bareAddress = ({ api }: Demo) => `${api}/pod/bare`

/** A new ticket whose pod stands at the first step of the flow of questions, with all it needs offline. */
async function openTicket(demo: Demo, context: BrowserContext): Promise<Page> {
  const ticket = await controlSandbox(demo.sandbox).newTicket(questionTicket)
  const page = await context.newPage()
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
  const pod = podOn(page, ticket)
  await pod.enter()
  await pod.start()
  await pod.offlineReady()
  return page
}

/** Puts the bare page into a corner of the ticket page that the pod leaves free. */
async function addBare(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => {
    const bare = document.createElement('iframe')
    Object.assign(bare, { id: 'bare', src })
    Object.assign(bare.style, { position: 'fixed', insetBlockEnd: '0', insetInlineStart: '0', zIndex: '9' })
    document.body.append(bare)
  }, address)
  return frameOf(page, '#bare')
}

async function frameOf(page: Page, selector: string): Promise<Frame> {
  const place = page.locator(selector)
  await place.waitFor()
  const frame = await (await place.elementHandle())?.contentFrame()
  if (!frame) throw new Error(`The ticket page shows no ${selector}.`)
  await frame.locator('article[aria-current=step]').waitFor()
  return frame
}
