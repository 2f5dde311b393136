import { setTimeout } from 'node:timers/promises'
import type { Frame, Page } from '@playwright/test'

/** Somebody who reads no faster than this: what the click before set going has come to an end. */
const restMs = 80
/** A click comes at any moment of a frame, as a hand's would. */
const longestPauseMs = 50

/**
 * Clicks a frame's first choice as a mouse would and resolves to the milliseconds from the click's time stamp until
 * the frame with the next title was painted. The pointer is there before; rejects where no other title comes.
 */
export async function timeClick(page: Page, frame: Frame): Promise<number> {
  const box = await frame.locator('.rf-choice').first().boundingBox()
  if (box === null) throw new Error('There is nothing to click.')
  await page.mouse.move(box.x + 20, box.y + box.height / 2)
  await frame.evaluate(watchNextClick)
  await setTimeout(restMs + Math.random() * longestPauseMs)
  await page.mouse.down()
  await page.mouse.up()
  return frame.evaluate(() => window.painted ?? Promise.reject(new Error('Nothing was watched.')))
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
    painted?: Promise<number>
  }
}

/** Runs in the page. A task that is queued in a frame's callback runs once that frame is painted. */
function watchNextClick(): void {
  const longestMs = 10_000
  const title = () => document.querySelector('article[aria-current=step] h2')?.textContent ?? ''
  window.painted = new Promise((resolve, reject) => {
    window.addEventListener(
      'click',
      ({ timeStamp }) => {
        const before = title()
        const look = () => {
          if (title() === before) {
            if (performance.now() - timeStamp > longestMs) reject(new Error('The click led nowhere.'))
            else requestAnimationFrame(look)
            return
          }
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - timeStamp)
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      },
      { capture: true, once: true },
    )
  })
}
