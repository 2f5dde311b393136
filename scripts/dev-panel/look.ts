import { mkdirSync, readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { namedChromium } from '#scripts/check/environment.ts'

/** Takes pictures of the panel's screens over the dev page; `node scripts/dev-panel/look.ts <folder>`. */
const folder = process.argv[2] ?? 'dist/panel-pictures'
const address = 'http://localhost:8931/'
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
/** Two frames in which every animation has ended; fonts are the system's. */
const stillness = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  await Promise.all(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished.catch(() => undefined)))
})()`

mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: namedChromium ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})

interface Look {
  name: string
  width: number
  height: number
  dark?: boolean
  forced?: boolean
}

const looks: Look[] = [
  { name: '320', width: 320, height: 400 },
  { name: '360', width: 360, height: 640 },
  { name: '722-dark', width: 722, height: 560, dark: true },
  { name: '256', width: 256, height: 500 },
  { name: 'forced', width: 320, height: 480, forced: true },
]

for (const look of looks.filter(({ name }) => !process.argv[3] || name === process.argv[3])) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.dark ? 'dark' : 'light',
    forcedColors: look.forced ? 'active' : 'none',
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  page.on('pageerror', (error) => console.error(look.name, 'error', error.stack))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.error(look.name, message.text())
  })
  await walk(page, look.name)
  await context.close()
}
await browser.close()

async function walk(page: Page, name: string): Promise<void> {
  let count = 0
  /** Takes the picture once what it is of is there and nothing moves any more. */
  const shoot = async (what: string, sign: string) => {
    await page.locator(sign).last().waitFor()
    await page.evaluate(stillness)
    count += 1
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    if (wide) console.error(name, what, 'scrolls sideways')
    await page.evaluate(axe)
    const found = await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")))',
    )
    if (Array.isArray(found) && found.length > 0) console.error(name, what, found)
    await page.screenshot({ path: `${folder}/${name}-${String(count).padStart(2, '0')}-${what}.png` })
  }
  await page.goto(address)
  await page.locator('.rf-card').first().waitFor()
  await shoot('pick', '.rf-card')
  await page.locator('.rf-card').first().click()
  await page.locator('.rf-step').waitFor()
  await shoot('question', '.rf-choices')
  await page.keyboard.press('1')
  await shoot('input', '.rf-dock :is(input, textarea)')
  await page.keyboard.type('AzureAdPrt NO')
  await page.keyboard.press('Enter')
  await shoot('instruction', '.rf-step:has-text("Remove stale Office credentials")')
  await page.keyboard.press('r')
  await page
    .locator('.rf-dialog textarea')
    .fill('user: maria\npassword: Winter2024!\nAzureAdPrt : NO\nError 0x80070005')
  await shoot('paste', 'dialog textarea')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('n')
  await shoot('not-relevant', 'dialog')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await shoot('palette', 'dialog input')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await shoot('help', 'dialog')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await shoot('verify', '.rf-choices')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await shoot('destructive', '.rf-dock input')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('1')
  await shoot('ended', '.rf-dock .rf-lead')
  await page.keyboard.press('Enter')
  await shoot('note', '.rf-line-text')
  await page.locator('.rf-line-text').first().click()
  await page.locator('.rf-exact summary').click()
  await shoot('note-open', '.rf-exact[open]')
  await page.locator('.rf-more summary').click()
  await page.keyboard.press('m')
  await shoot('note-more', '.rf-more')
  await page.locator('.rf-more summary').click()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await shoot('visible', 'dialog')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await shoot('sending', '.rf-post')
  await shoot('sent', '.rf-post.rf-banner-good')
  await page.keyboard.press('p')
  await page.goto(`${address}?ticket=none`)
  await page.locator('.rf-card').first().waitFor()
  await shoot('which-ticket', '.rf-card')
  await page.goto(`${address}?signin=refused`)
  await page.locator('h1').waitFor()
  await shoot('sign-in', 'h1')
}
