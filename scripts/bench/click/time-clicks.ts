import { setTimeout } from 'node:timers/promises'
import type { Frame, Page } from '@playwright/test'

/** A click comes at any moment of a frame, as a hand's would; without this it would follow the last one's paint. */
const longestPauseMs = 50

/**
 * Clicks the first choice so many times, as a mouse would, and resolves to the milliseconds from each click until the
 * frame with the next title was painted.
 */
export async function timeClicks(page: Page, frame: Frame, times: number): Promise<number[]> {
  await frame.evaluate(watchClicks)
  const choice = frame.locator('.rf-choice').first()
  for (let click = 0; click < times; click++) {
    const box = await choice.boundingBox()
    if (box === null) throw new Error('There is nothing to click.')
    await setTimeout(Math.random() * longestPauseMs)
    await page.mouse.click(box.x + 20, box.y + box.height / 2)
    await frame.waitForFunction((wanted) => (window.paints ?? []).length >= wanted, click + 1)
  }
  return frame.evaluate(() => window.paints ?? [])
}

/** The milliseconds from one frame to the next. */
export function timeFrame(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen: number[] = []
        const next = (now: number) => {
          seen.push(now)
          if (seen.length < 61) {
            requestAnimationFrame(next)
            return
          }
          const gaps = seen.slice(1).map((at, index) => at - (seen[index] ?? at))
          resolve(gaps.sort((one, other) => one - other)[30] ?? 0)
        }
        requestAnimationFrame(next)
      }),
  )
}

declare global {
  interface Window {
    paints?: number[]
  }
}

/** Runs in the page. A task that is queued in a frame's callback runs once that frame is painted. */
function watchClicks(): void {
  const title = () => document.querySelector('article[aria-current=step] h2')?.textContent ?? ''
  const isWatched = window.paints !== undefined
  window.paints = []
  if (isWatched) return
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      const before = title()
      const look = () => {
        if (title() === before) {
          requestAnimationFrame(look)
          return
        }
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => window.paints?.push(performance.now() - timeStamp)
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    },
    { capture: true },
  )
}
