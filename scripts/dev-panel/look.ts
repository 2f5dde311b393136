import { mkdirSync, readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'

/** Takes pictures of the panel's screens over the dev page; `node scripts/dev-panel/look.ts <folder>`. */
const folder = process.argv[2] ?? 'dist/panel-pictures'
const address = process.env.PANEL_URL ?? 'http://localhost:8931/'
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
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
  const shoot = async (what: string) => {
    await page.waitForTimeout(250)
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
  await shoot('pick')
  await page.locator('.rf-card').first().click()
  await page.locator('.rf-step').waitFor()
  await shoot('question')
  await page.keyboard.press('1')
  await shoot('input')
  await page.keyboard.type('AzureAdPrt NO')
  await page.keyboard.press('Enter')
  await shoot('instruction')
  await page.keyboard.press('r')
  await page
    .locator('.rf-dialog textarea')
    .fill('user: maria\npassword: Winter2024!\nAzureAdPrt : NO\nError 0x80070005')
  await shoot('paste')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('n')
  await shoot('not-relevant')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await shoot('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await shoot('help')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await shoot('verify')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await shoot('destructive')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('1')
  await shoot('ended')
  await page.keyboard.press('Enter')
  await shoot('note')
  await page.locator('.rf-line-text').first().click()
  await page.locator('.rf-exact summary').click()
  await shoot('note-open')
  await page.locator('.rf-more summary').click()
  await page.keyboard.press('m')
  await shoot('note-more')
  await page.locator('.rf-more summary').click()
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await shoot('visible')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await shoot('sending')
  await page.waitForTimeout(5_500)
  await shoot('sent')
  await page.keyboard.press('p')
  await page.goto(`${address}?ticket=none`)
  await page.locator('.rf-card').first().waitFor()
  await shoot('which-ticket')
  await page.goto(`${address}?signin=refused`)
  await page.locator('h1').waitFor()
  await shoot('sign-in')
}
