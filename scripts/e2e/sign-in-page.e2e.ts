import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { z } from 'zod'
import { tryOutId } from '../../extension/manifest/manifest.ts'
import { expect, test } from './fixtures.ts'

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const redirectUri = `https://${tryOutId}.chromiumapp.org/`
const verifier = 'the-verifier-of-this-end-to-end-test-0123456789'
const state = 'the-state-of-this-test'

const authorize = (change: Record<string, string> = {}) => {
  const query = {
    client_id: 'extension',
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
    ...change,
  }
  return `/authorize?${new URLSearchParams(query)}`
}

/** What axe finds wrong, and whether anything sticks out to the side. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  return isWide ? [...found, 'wider than the window'] : found
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`the sign-in pages are clean at 320 pixels in ${colorScheme}`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`${demo.api}/sign-in`)
    await expect(page.getByRole('button', { name: /Maria Rivera/ })).toBeVisible()
    expect(await findings(page), 'by hand').toEqual([])
    await page.getByLabel('E-mail', { exact: true }).fill('nobody@msp.example')
    await page.getByLabel('Password', { exact: true }).fill('wrong horse battery')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('do not go together')
    expect(await findings(page), 'refused').toEqual([])
    await page.goto(`${demo.api}${authorize({ state: '' })}`)
    await expect(page.getByRole('alert')).toContainText('state is missing')
    expect(await findings(page), 'not begun').toEqual([])
    await page.goto(`${demo.api}/set-password#a-link-that-nobody-made`)
    await expect(page.getByRole('status')).toContainText('Ask an administrator')
    expect(await findings(page), 'a link too old').toEqual([])
  })

test('the extension signs in by keyboard, and exchanges its code for tokens that work', async ({
  page,
  demo,
}) => {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.route('https://*.chromiumapp.org/**', (route) => route.fulfill({ body: 'the extension' }))
  await page.goto(`${demo.api}${authorize()}`)
  const maria = page.getByRole('button', { name: /Maria Rivera/ })
  await expect(maria).toBeVisible()
  for (let n = 0; n < 10 && !(await maria.evaluate((own) => own === document.activeElement)); n++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${redirectUri}**`)
  const landed = new URL(page.url())
  expect(landed.searchParams.get('state')).toBe(state)
  const code = landed.searchParams.get('code')
  const answer = await fetch(`${demo.api}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant: 'authorization_code', code, verifier, redirectUri }),
  })
  const { token } = z.object({ token: z.string(), refreshToken: z.string() }).parse(await answer.json())
  const me = await fetch(`${demo.api}/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(await me.json()).toMatchObject({ member: { name: 'Maria Rivera' } })
  expect(errors).toEqual([])
})
