import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { storedTexts } from './stored-texts.ts'

const secret = 'Zebra-Quartz-7719!'

/** Everything that pages of this context send, as one text. */
function listen(context: BrowserContext): () => string {
  const sent: string[] = []
  context.on('request', (request) => {
    sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()))
  })
  return () => sent.join('\n')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+V')
}

async function shown(page: Page): Promise<string> {
  const contents = await Promise.all(page.frames().map((frame) => frame.content()))
  return contents.join('\n')
}

test('a pasted password is [SECRET] in the panel and the ticket, and stands nowhere else', async ({
  openTicket,
  page,
  context,
  sandbox,
}) => {
  const sent = listen(context)
  const pod = await openTicket()
  await pod.start()
  await pod.offlineReady()
  await paste(page, `Password: ${secret}\nSign-in failed for pnair, error 0x8004010F`)
  await expect(pod.dialog).toContainText('1 secret is replaced before it is kept')
  await page.keyboard.press('Enter')
  await expect(pod.dialog).toBeHidden()
  await expect(pod.trail).toContainText('[SECRET]')
  await page.keyboard.press('d')
  await pod.dialog.getByRole('textbox').fill(`Signed in with the password ${secret} and it worked`)
  await page.keyboard.press('Enter')
  await expect(pod.dialog).toBeHidden()
  await pod.note()
  await pod.send()
  await pod.sent()
  const texts = await sandbox.texts(pod.ticket, '[SECRET]')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('0x8004010F')
  expect(await sandbox.texts(pod.ticket, secret)).toEqual([])
  expect(await pod.step.evaluate(storedTexts)).toContain('0x8004010F')
  expect(await pod.step.evaluate(storedTexts)).not.toContain(secret)
  expect(await shown(page)).not.toContain(secret)
  expect(sent()).toContain('0x8004010F')
  expect(sent()).not.toContain(secret)
})

test('a password in a half-written text is not in what survives a crash', async ({ openTicket, page }) => {
  const pod = await openTicket()
  await pod.start()
  await page.keyboard.press('d')
  await pod.dialog.getByRole('textbox').fill(`Half a sentence, password: ${secret}`)
  await expect.poll(() => pod.step.evaluate(storedTexts)).toContain('Half a sentence')
  expect(await pod.step.evaluate(storedTexts)).not.toContain(secret)
})

test('no token is kept, put into an address or a cookie', async ({ openTicket, context, demo }) => {
  const urls: string[] = []
  const tokens = new Set<string>()
  context.on('request', (request) => {
    urls.push(request.url())
    const token = /^Bearer (.+)$/.exec(request.headers().authorization ?? '')?.[1]
    if (token !== undefined) tokens.add(token)
  })
  const pod = await openTicket()
  await pod.start()
  await expect.poll(() => tokens.size).toBeGreaterThan(0)
  const kept = await pod.step.evaluate(storedTexts)
  for (const token of tokens) {
    expect(kept).not.toContain(token)
    expect(urls.join('\n')).not.toContain(token)
  }
  // The sandbox is on the same host, and cookies know no ports.
  const names = (await context.cookies(demo.api)).map(({ name }) => name)
  expect(names.filter((name) => name !== 'cw_sandbox_member')).toEqual([])
})
