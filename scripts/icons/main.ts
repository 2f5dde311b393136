import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../check/find-chromium.ts'
import { drawIcon, iconSizes } from './draw-icon.ts'

/** Draws the extension's icons anew, after a change of the mark: `node scripts/icons/main.ts`. */
const folder = path.resolve(import.meta.dirname, '../../extension/public/icon')
await mkdir(folder, { recursive: true })
const found = findChromium()
if (typeof found !== 'string') throw new Error(found.advice)
const browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox'] })
for (const size of iconSizes) await writeFile(path.join(folder, `${size}.png`), await drawIcon(browser, size))
await browser.close()
