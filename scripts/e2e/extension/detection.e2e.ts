import type { BrowserContext } from '@playwright/test'
import { expect, test } from './launch-extension.ts'

const cloud = 'https://na.myconnectwise.net'
const service = (id: number) => [{ id, kind: 'service' }]

/** Lets a host name of the internet be the sandbox. */
async function serveAs(context: BrowserContext, host: string, psa: string): Promise<void> {
  await context.route(`${host}/**`, async (route) => {
    const url = new URL(route.request().url())
    const response = await route.fetch({ url: psa + url.pathname + url.search, maxRedirects: 0 })
    await route.fulfill({ response })
  })
}

test.describe('the open ticket', () => {
  test('is followed through the application: tickets, the board, another ticket, and back', async ({
    page,
    extension,
    psa,
  }) => {
    await page.goto(`${psa}/?member=mrivera&ticket=26251`)
    await expect.poll(extension.hint).toEqual(service(26251))
    await page.getByRole('button', { name: 'Service', exact: true }).click()
    await expect.poll(extension.hint).toEqual([])
    const row = page.locator('.cw_GridRow').nth(2)
    const number = Number(await row.locator('.cw_GridNumber').textContent())
    await row.click()
    await expect.poll(extension.hint).toMatchObject([{ id: number }])
    await page.getByRole('textbox', { name: 'Open ticket by number' }).fill('26255')
    await page.keyboard.press('Enter')
    await expect.poll(extension.hint).toEqual(service(26255))
    await page.goBack()
    await expect.poll(extension.hint).toMatchObject([{ id: number }])
  })

  test('is told of a project by its banner', async ({ page, extension, psa }) => {
    await page.goto(`${psa}/?member=mrivera&ticket=26300`)
    await expect.poll(extension.hint).toEqual([{ id: 26300, kind: 'project' }])
  })

  test('is found by links as mails, records and routes have them', async ({ page, extension, psa }) => {
    const systemIo = '/v4_6_release/services/system_io'
    for (const [link, ticket] of [
      [`${systemIo}/Service/fv_sr100_request.rails?service_recid=26251&companyName=x`, 26251],
      [
        `${systemIo}/router/openrecord.rails?locale=en_US&recordType=ServiceFv&recid=26255&companyName=x`,
        26255,
      ],
      ['/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=26251', 26251],
    ] as const) {
      await page.goto(psa + link)
      await expect.poll(extension.hint).toEqual(service(ticket))
    }
  })

  test('is each tab’s own', async ({ page, context, extension, psa }) => {
    await page.goto(`${psa}/?member=mrivera&ticket=26251`)
    const other = await context.newPage()
    await other.goto(`${psa}/?member=mrivera&ticket=26255`)
    await expect.poll(extension.hint).toEqual(service(26255))
    await page.bringToFront()
    await expect.poll(extension.hint).toEqual(service(26251))
  })

  test('is found in ConnectWise’s cloud', async ({ page, context, extension, psa }) => {
    await serveAs(context, cloud, psa)
    await page.goto(`${cloud}/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=26251`)
    await expect.poll(extension.hint).toEqual(service(26251))
  })

  test('is nothing to us at places that look alike', async ({ page, context, extension, psa }) => {
    await serveAs(context, cloud, psa)
    for (const host of [
      'http://na.myconnectwise.net',
      'https://na.myconnectwise.net.evil.test',
      'https://evilmyconnectwise.net',
      'https://myconnectwise.net.test',
    ]) {
      await serveAs(context, host, psa)
      await page.goto(`${host}/v4_6_release/ConnectWise.aspx?routeTo=ServiceFV&recid=26251`)
      await expect(page.getByText('Service Ticket #26251').first()).toBeVisible()
      expect(await extension.ask({ type: 'tellHint' }).catch(() => 'nobody')).toBe('nobody')
      expect(await extension.hint()).toBeNull()
    }
  })

  test('is not looked for in frames', async ({ page, context, extension, psa }) => {
    await serveAs(context, cloud, psa)
    await context.route(`${cloud}/framed`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<title>Frames</title><iframe srcdoc='<div class="cw_BannerView"><h1 class="detailLabel cw_CwLabel">Service Ticket #7 - x</h1></div>'></iframe>`,
      }),
    )
    await page.goto(`${cloud}/framed`)
    await expect(page.frameLocator('iframe').getByText('Service Ticket #7')).toBeVisible()
    await extension.ask({ type: 'tellHint' })
    await expect.poll(extension.hint).toEqual([])
  })
})

test.describe('a page that means harm', () => {
  const hostile = `<!doctype html><title>x</title>
    <form class="detailLabel cw_CwLabel" name="querySelectorAll"><input name="closest"><input name="matches"><input name="checkVisibility"></form>
    <img name="createElement"><img name="documentElement"><a id="chrome"></a><a id="ResolutionFlow"></a>
    <div class="cw_BannerView"><h1 class="detailLabel cw_CwLabel">Service Ticket #7 - x</h1></div><p id="long"></p>
    <script>
      for (const each of [Array, Object, Element, Document, Node, Event])
        for (const name of Object.getOwnPropertyNames(each.prototype))
          try { if (name !== 'constructor') Object.defineProperty(each.prototype, name, { value() { throw new Error('no') } }) } catch {}
    </script>`

  test('reaches nothing of ours by overriding and clobbering', async ({ page, context, extension }) => {
    await context.route(`${cloud}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostile }))
    await page.goto(`${cloud}/x`)
    await expect.poll(extension.hint).toEqual(service(7))
  })

  test('costs little while it changes 10,000 times a second beside five megabytes of text', async ({
    page,
    context,
    extension,
  }) => {
    const body =
      '<div class="cw_BannerView"><h1 class="detailLabel cw_CwLabel">Service Ticket #7 - x</h1></div><p></p><i></i>'
    for (const host of [cloud, 'https://elsewhere.test'])
      await context.route(`${host}/**`, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto('https://elsewhere.test/x')
    const without = await page.evaluate(delayWhileBusy)
    await page.goto(`${cloud}/x`)
    await expect.poll(extension.hint).toEqual(service(7))
    expect((await page.evaluate(delayWhileBusy)) - without).toBeLessThan(200)
    await page.evaluate(() => {
      const label = document.querySelector('h1')
      if (label) label.textContent = 'Service Ticket #8 - x'
    })
    await expect.poll(extension.hint).toEqual(service(8))
  })
})

/** By how many milliseconds a timer is late, at the median, while the page changes without a pause. */
async function delayWhileBusy(): Promise<number> {
  const [label, text, busy] = ['h1', 'p', 'i'].map((name) => document.querySelector(name))
  if (!label || !text || !busy) throw new Error('The page is not there.')
  text.textContent = 'word '.repeat(500_000)
  label.append(' y'.repeat(1_250_000))
  const late: number[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    for (let change = 0; change < 200; change += 1) busy.textContent = String(change)
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 20))
    late.push(performance.now() - before - 20)
  }
  return late.sort((a, b) => a - b)[30] ?? 0
}

test.describe('what the pointer was on', () => {
  const under = async (ask: (message: Record<string, unknown>) => Promise<unknown>) =>
    await ask({ type: 'readSelection', once: 'a' })

  test('is the ticket of a board’s row, though it holds no link', async ({ page, extension, psa }) => {
    await page.goto(`${psa}/?member=mrivera`)
    const row = page.locator('.cw_GridRow').nth(1)
    const number = Number(await row.locator('.cw_GridNumber').textContent())
    await row.locator('.cw_GridSummary').click({ button: 'right' })
    expect(await under(extension.ask)).toMatchObject({ once: 'a', under: number })
    await page.keyboard.press('Escape')
    await row.locator('.cw_GridSummary').dispatchEvent('contextmenu')
    await page.keyboard.press('Shift')
    expect(await under(extension.ask)).toMatchObject({ under: null })
    await row.locator('.cw_GridSummary').dispatchEvent('contextmenu')
    expect(await under(extension.ask)).toMatchObject({ under: null })
  })

  test('is a number written in a text, and only where the pointer is on it', async ({
    page,
    context,
    extension,
  }) => {
    await context.route(`${cloud}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Same as <b>#4711</b> from before, said he</p>' }),
    )
    await page.goto(`${cloud}/x`)
    await page.locator('b').click({ button: 'right' })
    expect(await under(extension.ask)).toMatchObject({ under: 4711 })
    await page.locator('p').click({ button: 'right', position: { x: 400, y: 8 } })
    expect(await under(extension.ask)).toMatchObject({ under: null })
  })

  test('comes with the words that are selected', async ({ page, context, extension }) => {
    await context.route(`${cloud}/**`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<p>0x80070005</p><input type="password" value="secret">',
      }),
    )
    await page.goto(`${cloud}/x`)
    await page.locator('p').dblclick({ position: { x: 20, y: 8 } })
    expect(await under(extension.ask)).toMatchObject({ text: '0x80070005' })
    await page.locator('input').selectText()
    expect(await under(extension.ask)).toMatchObject({ text: '' })
  })
})
