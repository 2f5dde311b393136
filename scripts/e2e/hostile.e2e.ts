import { createServer } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** A page on an origin of its own. */
async function serve(html: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return { origin: `http://localhost:${address.port}`, close: () => void server.close() }
}

/** Sends a text to the pod in the page that opened this window and counts what comes back. */
async function sendFrom(popup: Page, text: string): Promise<void> {
  await popup.evaluate((message) => {
    Object.assign(window, { heard: 0 })
    addEventListener('message', () => Object.assign(window, { heard: 1 }))
    const pod: Window = window.opener.frames[0]
    pod.postMessage(message, '*')
  }, text)
}

test('a page of another origin cannot frame the pod, the ticket page or the sign-in page', async ({
  openTicket,
  page,
  context,
  demo,
}) => {
  const pod = await openTicket()
  const address = await page.locator('iframe[src*="/pod/"]').getAttribute('src')
  const places = [address, `${demo.api}/t/${pod.ticket}`, `${demo.api}/sign-in`]
  const hostile = await serve(places.map((place) => `<iframe src="${place}"></iframe>`).join(''))
  try {
    const other = await context.newPage()
    const refused: string[] = []
    other.on('console', (line) => {
      if (line.text().includes('frame-ancestors')) refused.push(line.text())
    })
    await other.goto(hostile.origin)
    await expect.poll(() => refused.length).toBe(3)
    const frames = other.frames().slice(1)
    expect(frames).toHaveLength(3)
    for (const frame of frames) expect(frame.url()).toMatch(/^chrome-error:/)
  } finally {
    hostile.close()
  }
})

test('a message from another window or origin changes nothing and gets no reply', async ({
  openTicket,
  page,
  sandbox,
  demo,
}) => {
  const other = await sandbox.newTicket({ summary: 'Printer offline' })
  const pod = await openTicket()
  await pod.start()
  const message = JSON.stringify({
    event: 'onLoad',
    _id: 4711,
    data: { screenObject: { screen: 'ticket', id: other, hostedAs: 'pod' } },
  })
  const hostile = await serve('<title>Elsewhere</title>')
  try {
    for (const place of [`${demo.sandbox}/`, hostile.origin]) {
      const opening = page.waitForEvent('popup')
      await page.evaluate((url) => void window.open(url), place)
      const popup = await opening
      await popup.waitForLoadState()
      await sendFrom(popup, message)
      await page.bringToFront()
      await pod.page.keyboard.press('Control+K')
      await expect(pod.dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(pod.frame.getByRole('heading', { level: 1 })).toContainText(`#${pod.ticket}`)
      expect(await popup.evaluate(() => Reflect.get(window, 'heard'))).toBe(0)
      await popup.close()
    }
    await page.evaluate(({ text, origin }) => window.frames[0]?.postMessage(text, origin), {
      text: message,
      origin: demo.api,
    })
    await expect(pod.frame.getByRole('heading', { level: 1 })).toContainText(`#${other}`)
  } finally {
    hostile.close()
  }
})
