import type { Frame, Page } from '@playwright/test'
import { publishInDemo } from '#scripts/bench/click/question-flow.ts'
import { faultsOf } from './crowded.ts'
import { crowdedFlow, crowdedTicket } from './crowded-flow.ts'
import { expect, test } from './fixtures.ts'
import { podOn } from './pod.ts'

const widths = [180, 256, 320, 360, 400, 722]

/** Whether anything of the page lies beyond its left or right edge; names it. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const out = [...document.querySelectorAll('button, a, input, textarea, h1, h2, p')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && !element.closest('.rf-hidden') && (left < -0.5 || right > edge + 0.5)
    })
    const names = out.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`)
    return document.documentElement.scrollWidth > edge ? [...names, 'the page scrolls sideways'] : names
  })

test('step, five choices and Post are in sight at 320 by 400 without scrolling', async ({
  openPage,
  page,
  sandbox,
}) => {
  const pod = await openPage(await sandbox.newTicket())
  await page.setViewportSize({ width: 320, height: 400 })
  await pod.start()
  await pod.answer('1')
  await pod.answer('1')
  await expect(pod.step).toContainText('What does Outlook show?')
  const choices = pod.frame.getByRole('group', { name: 'Answers' }).getByRole('button')
  await expect(choices).toHaveCount(5)
  for (const part of [
    pod.step.getByRole('heading'),
    ...(await choices.all()),
    pod.frame.getByRole('button', { name: 'Post' }),
  ])
    await expect(part).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(400)
  await pod.note()
  await expect(pod.frame.getByRole('button', { name: 'Post' })).toBeInViewport({ ratio: 1 })
})

const sizes = [
  { width: 320, height: 400, five: { lines: 3, answers: 5 }, eight: { lines: 3, answers: 8 } },
  { width: 256, height: 400, five: { lines: 2, answers: 5 }, eight: { lines: 2, answers: 4 } },
  { width: 360, height: 640, five: { lines: 3, answers: 5 }, eight: { lines: 2, answers: 8 } },
  { width: 400, height: 800, five: { lines: 3, answers: 5 }, eight: { lines: 3, answers: 8 } },
  // 1280 by 1024 at 400 %: not all of it can be in sight, but the title, Post and some of the rest.
  { width: 320, height: 256, five: { lines: 1, answers: 2 }, eight: { lines: 1, answers: 2 } },
]

test('a crowded step keeps title, text, answers and Post in sight at every size', async ({
  demo,
  openPage,
  page,
  sandbox,
}) => {
  await publishInDemo(demo.api, crowdedFlow)
  const pod = await openPage(await sandbox.newTicket(crowdedTicket))
  await pod.start()
  await pod.offlineReady()
  await expect(pod.step).toContainText('held against it')
  for (const { width, height, five, eight } of sizes) {
    await page.setViewportSize({ width, height })
    await pod.answer('1')
    await expect(pod.step).toContainText('the controller’s log')
    const fits = (room: typeof five) =>
      expect.poll(() => faultsOf(page, room), { message: `${width} × ${height}` })
    await fits(eight).toEqual([])
    expect(await beyond(page), `eight answers at ${width}`).toEqual([])
    await pod.answer('8')
    await fits({ ...five, answers: 0 }).toEqual([])
    expect(await beyond(page), `a long title at ${width}`).toEqual([])
    await pod.answer('Alt+ArrowLeft')
    await pod.answer('Alt+ArrowLeft')
    await expect(pod.step).toContainText('held against it')
    await fits(five).toEqual([])
    expect(await beyond(page), `five answers at ${width}`).toEqual([])
    await page.keyboard.press('End')
    await expect(pod.step.getByText('all of the others together')).toBeInViewport()
    if (height < 560) await expect(pod.step.getByRole('heading')).toBeInViewport({ ratio: 0.95 })
    await page.keyboard.press('Home')
    await expect.poll(() => page.locator('.rf-scroll').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  }
})

test('nothing is cut off or scrolls sideways from 180 to 722 pixels', async ({ openPage, page, sandbox }) => {
  const pod = await openPage(await sandbox.newTicket())
  const look = async (screen: string) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 620 })
      expect(await beyond(page), `${screen} at ${width}`).toEqual([])
    }
  }
  await expect(pod.frame.getByRole('heading', { name: 'What fits this ticket' })).toBeVisible()
  await look('pick')
  await pod.start()
  await pod.answer('1')
  await pod.answer('1')
  await look('run')
  await pod.answer('1')
  await look('a field')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(pod.step).toContainText('What does Outlook show?')
  for (const key of ['Control+K', '?', 'p', 'e']) {
    await page.keyboard.press(key)
    await expect(pod.dialog).toBeVisible()
    await look(`dialog ${key}`)
    await page.keyboard.press('Escape')
  }
  await pod.note()
  await look('note')
})

test('the panel moves little while it loads', async ({ page, demo, sandbox }) => {
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && typeof entry.value === 'number')
          Object.assign(window, { moved: Number(Reflect.get(window, 'moved')) + entry.value })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const ticket = await sandbox.newTicket()
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
  const { frame } = podOn(page, ticket)
  await expect(frame.getByText('All flows', { exact: true })).toBeVisible()
  await expect(frame.getByRole('heading', { name: 'What fits this ticket' })).toBeVisible()
  const moved = await frame.locator('body').evaluate(() => Number(Reflect.get(window, 'moved')))
  expect(moved).toBeLessThanOrEqual(0.05)
})

/** Words of the buttons that are filled with the accent. */
async function filled(page: Page): Promise<string[]> {
  return podFrame(page).evaluate(() => {
    const probe = document.createElement('i')
    probe.style.backgroundColor = 'var(--rf-accent)'
    document.body.append(probe)
    const accent = getComputedStyle(probe).backgroundColor
    probe.remove()
    return [...document.querySelectorAll('button')]
      .filter((button) => getComputedStyle(button).backgroundColor === accent)
      .map((button) => button.textContent ?? '')
  })
}

function podFrame(page: Page): Frame {
  const frame = page.frame({ url: /\/pod\// })
  if (!frame) throw new Error('There is no pod in the page.')
  return frame
}

test('no button is filled before somebody touched the panel', async ({ page, demo, sandbox }) => {
  const ticket = await sandbox.newTicket()
  await page.goto(`${demo.sandbox}/?member=mrivera&ticket=${ticket}`)
  const pod = podOn(page, ticket)
  await expect(pod.frame.getByText('All flows', { exact: true })).toBeVisible()
  await expect(pod.frame.getByRole('heading', { name: 'What fits this ticket' })).toBeVisible()
  expect(await filled(page)).toEqual([])
  await pod.enter()
  await pod.start()
  await pod.answer('1')
  await pod.note()
  await expect.poll(() => filled(page)).toHaveLength(1)
})

test('nothing moves by itself where the person asked for no motion', async ({ openTicket, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const pod = await openTicket()
  await pod.start()
  await pod.answer('1')
  await page.keyboard.press('Control+K')
  await expect(pod.dialog).toBeVisible()
  const moving = await podFrame(page).evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return [transitionDuration, animationDuration]
          .flatMap((durations) => durations.split(','))
          .some((duration) => Number.parseFloat(duration) > 0.01)
      })
      .map((element) => element.className),
  )
  expect(moving).toEqual([])
})
