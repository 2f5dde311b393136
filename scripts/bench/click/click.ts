import { type BrowserContext, chromium, type Frame, type Page } from '@playwright/test'
import { findChromium } from '#scripts/check/find-chromium.ts'
import { type Demo, startDemo } from '#scripts/e2e/demo.ts'
import { podOn } from '#scripts/e2e/pod.ts'
import { controlSandbox } from '#scripts/e2e/sandbox-control.ts'
import { buildPages } from '../measure/build-pages.ts'
import { atMost, type Figure, median, milliseconds, printed, quantile } from '../measure/figure.ts'
import { interleave, ratiosOf } from '../measure/interleave.ts'
import { textSwapPage } from '../peers/text-swap.ts'
import { publishInDemo, questionFlow, questionTicket } from './question-flow.ts'
import { timeClicks, timeFrame } from './time-clicks.ts'

/** As many as a long flow takes; a round walks several sessions. */
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

interface Pod {
  page: Page
  frame: Frame
}

/** From a click in the pod to the next step painted, beside a bare text swap in the same frame of the same page. */
export async function benchClick(): Promise<Figure[]> {
  const executablePath = findChromium()
  if (typeof executablePath !== 'string') throw new Error(executablePath.advice)
  await buildPages()
  const demo = await startDemo()
  const browser = await chromium.launch({ executablePath, args })
  try {
    await publishInDemo(demo.api, questionFlow(2 * clicks + 2))
    const ours = await browser.newContext({ viewport: { width: 1366, height: 900 } })
    const bare = await browser.newContext({ viewport: { width: 1366, height: 900 } })
    await bare.route(/\/pod\/[^/]+\?/, (route) =>
      route.fulfill({ contentType: 'text/html', body: textSwapPage }),
    )
    return await measure(demo, ours, bare)
  } finally {
    await browser.close()
    await demo.stop()
  }
}

async function measure(demo: Demo, ours: BrowserContext, bare: BrowserContext): Promise<Figure[]> {
  const frames: number[] = []
  const all: number[] = []
  const late = (times: number[]) => quantile(times, 0.95)
  let open: Pod[] = []
  const times = await interleave(
    {
      async online() {
        open = []
        const seen: number[] = []
        for (let session = 0; session < sessions; session++) {
          const pod = await openPod(demo, ours)
          open.push(pod)
          seen.push(...(await timeClicks(pod.page, pod.frame, clicks)))
        }
        all.push(...seen)
        return late(seen)
      },
      async offline() {
        await ours.setOffline(true)
        const seen: number[] = []
        for (const { page, frame } of open) {
          await page.bringToFront()
          seen.push(...(await timeClicks(page, frame, clicks)))
        }
        await ours.setOffline(false)
        for (const { page } of open) await page.close()
        all.push(...seen)
        return late(seen)
      },
      async bare() {
        const page = await openTicket(demo, bare)
        const frame = await frameOf(page)
        const seen = await timeClicks(page, frame, clicks * sessions)
        frames.push(await timeFrame(frame))
        await page.close()
        return late(seen)
      },
    },
    rounds,
  )
  const frame = median(frames)
  const inFrames = (values: number[]) => values.map((value) => value / frame)
  return [
    atMost('Click to next step painted, 95th percentile in frames, online', inFrames(times.online), 1.25),
    atMost('Click to next step painted, 95th percentile in frames, offline', inFrames(times.offline), 1.25),
    atMost('The same over a bare text swap, online', ratiosOf(times.online, times.bare), 1.2),
    atMost('The same over a bare text swap, offline', ratiosOf(times.offline, times.bare), 1.2),
    printed('Click to next step painted, median', milliseconds(median(all))),
    printed('One frame', milliseconds(frame)),
  ]
}

/** A new ticket in the sandbox's page. */
async function openTicket(demo: Demo, context: BrowserContext): Promise<Page & { ticket?: number }> {
  const ticket = await controlSandbox(demo.sandbox).newTicket(questionTicket)
  const page = await context.newPage()
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
  return Object.assign(page, { ticket })
}

/** A new ticket with the flow of questions at its first step, all there that it needs offline. */
async function openPod(demo: Demo, context: BrowserContext): Promise<Pod> {
  const page = await openTicket(demo, context)
  const pod = podOn(page, page.ticket ?? 0)
  await pod.enter()
  await pod.start()
  await pod.offlineReady()
  return { page, frame: await frameOf(page) }
}

async function frameOf(page: Page): Promise<Frame> {
  const place = page.locator('iframe[src*="/pod/"]')
  await place.waitFor()
  const frame = await (await place.elementHandle())?.contentFrame()
  if (!frame) throw new Error('The ticket page shows no pod.')
  await frame.locator('article[aria-current=step]').waitFor()
  return frame
}
