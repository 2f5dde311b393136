import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '#scripts/check/find-chromium.ts'
import { type Demo, startDemo } from '#scripts/e2e/demo.ts'
import { buildPages } from './build-pages.ts'

const args = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking']

/** Runs with the demo and a Chromium, both ended afterwards. Rejects where no Chromium can be had. */
export async function withDemo<T>(run: (demo: Demo, browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium()
  if (typeof executablePath !== 'string') throw new Error(executablePath.advice)
  await buildPages()
  const demo = await startDemo()
  try {
    const browser = await chromium.launch({ executablePath, args })
    try {
      return await run(demo, browser)
    } finally {
      await browser.close()
    }
  } finally {
    await demo.stop()
  }
}
