import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from '@playwright/test'

const mark = path.resolve(import.meta.dirname, '../../psa-pod/mark.svg')

/** Sizes that browsers and their shops ask for, in pixels. */
export const iconSizes = [16, 32, 48, 128] as const

/** Draws the mark as a PNG of a size; small ones fill their square, the shop's large one keeps a margin. */
export async function drawIcon(browser: Browser, size: number): Promise<Buffer> {
  const svg = await readFile(mark, 'utf8')
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const room = size >= 128 ? Math.round(size * 0.75) : size
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${room}px;height:${room}px}</style>${svg}`,
  )
  const drawn = await page.screenshot({ omitBackground: true, type: 'png' })
  await page.close()
  return drawn
}
