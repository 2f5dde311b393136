import type { Page } from '@playwright/test'
import { expect, test } from './launch-extension.ts'

const name = 'Troubleshoot ticket #26251 with ResolutionFlow'

/** The button's place and name, read as a screen reader would: the page itself cannot see into its shadow. */
async function button(page: Page): Promise<{ node: number; name: string } | null> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const found = nodes.find(
    (node) => node.role?.value === 'button' && String(node.name?.value).endsWith('with ResolutionFlow'),
  )
  await session.detach()
  return found ? { node: found.backendDOMNodeId ?? 0, name: String(found.name?.value) } : null
}

async function box(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const session = await page.context().newCDPSession(page)
  const backendNodeId = (await button(page))?.node
  const { model } = await session.send('DOM.getBoxModel', backendNodeId ? { backendNodeId } : {})
  await session.detach()
  return { x: model.border[0] ?? 0, y: model.border[1] ?? 0, width: model.width, height: model.height }
}

/** Whether the panel is open. */
const isOpen = async (page: Page) => {
  const session = await page.context().browser()?.newBrowserCDPSession()
  const targets = await session?.send('Target.getTargets', { filter: [{}] })
  await session?.detach()
  return targets?.targetInfos.some((each) => each.url.includes('sidepanel.html')) ?? false
}

test.describe('the button on a ticket page', () => {
  test.beforeEach(async ({ page, extension, psa }) => {
    await page.goto(`${psa}/?member=mrivera&ticket=26251`)
    await expect.poll(extension.hint).toHaveLength(1)
  })

  test('opens the panel by a click', async ({ page }) => {
    await expect.poll(async () => (await button(page))?.name).toBe(name)
    const { x, y, width, height } = await box(page)
    await page.mouse.click(x + width / 2, y + height / 2)
    await expect.poll(() => isOpen(page)).toBe(true)
  })

  test('opens it by the keyboard', async ({ page }) => {
    await page.keyboard.press('Shift+Tab')
    for (let tabs = 0; tabs < 5; tabs += 1) {
      const session = await page.context().newCDPSession(page)
      const { nodes } = await session.send('Accessibility.getFullAXTree')
      const focused = nodes.find(
        (node) =>
          node.properties?.some((each) => each.name === 'focused' && each.value.value === true) &&
          node.role?.value === 'button',
      )
      if (focused?.name?.value === name) break
      await page.keyboard.press('Shift+Tab')
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => isOpen(page)).toBe(true)
  })

  test('is there with a ticket only', async ({ page }) => {
    await page.getByRole('button', { name: 'Service', exact: true }).click()
    await expect.poll(() => button(page)).toBeNull()
    await page.goBack()
    await expect.poll(async () => (await button(page))?.name).toBe(name)
  })

  test('comes back when the page draws itself anew', async ({ page }) => {
    await page.evaluate(() => {
      for (const each of [...document.documentElement.children])
        if (each !== document.head && each !== document.body) each.remove()
    })
    await expect.poll(async () => (await button(page))?.name).toBe(name)
  })

  test('covers no control of the page, also not one that comes to lie under it', async ({ page }) => {
    const covered = async () => {
      const { x, y, width, height } = await box(page)
      return page.evaluate(
        ([left, top, right, bottom]) =>
          [...document.querySelectorAll('button, input, select, a, iframe, [tabindex]')].filter((each) => {
            const own = each.getBoundingClientRect()
            const isThere = own.width > 0 && each.checkVisibility()
            return isThere && own.left < right && own.right > left && own.top < bottom && own.bottom > top
          }).length,
        [x, y, x + width, y + height] as const,
      )
    }
    await expect.poll(covered).toBe(0)
    const before = await box(page)
    await page.evaluate(({ x, y }) => {
      const more = document.createElement('button')
      more.textContent = 'More'
      more.style.cssText = `position:fixed;left:${x + 20}px;top:${y + 5}px`
      document.body.append(more)
    }, before)
    await expect.poll(covered).toBe(0)
    expect(await box(page)).not.toEqual(before)
  })

  test('does nothing on a click that no person made, and shows the page nothing', async ({ page }) => {
    await expect.poll(async () => (await button(page))?.name).toBe(name)
    const seen = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild
      for (const type of ['pointerdown', 'mousedown', 'click'])
        host?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 5, clientY: 5 }))
      return { shadow: host?.shadowRoot, text: host?.outerHTML }
    })
    expect(seen).toEqual({ shadow: null, text: '<div></div>' })
    expect(await isOpen(page)).toBe(false)
  })
})
