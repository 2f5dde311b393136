import { crash } from './crash.ts'
import { expect, test } from './fixtures.ts'

/** More than the panel loses at most, since the machine of a test may be busy; the benchmark measures it. */
const longestLossMs = 1_000

test.describe('a session', () => {
  test('comes back at the same step after its page was closed', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.answer('1')
    const step = await pod.step.getByRole('heading').textContent()
    await page.goto('about:blank')
    const again = await openTicket(pod.ticket)
    await expect(again.step.getByRole('heading')).toHaveText(step ?? '')
  })

  test('keeps what was written of a text but its last letters, though the process of its page dies', async ({
    openTicket,
    page,
    context,
  }) => {
    const pod = await openTicket()
    await pod.withoutFlow('Looked at the event log')
    const field = pod.frame.getByRole('textbox', { name: 'What did you do?' })
    await field.click()
    const words = 'Half a sentence about the spooler that nobody has finished yet'
    const typedAt: number[] = []
    for (const letter of words) {
      await page.keyboard.type(letter)
      typedAt.push(performance.now())
      // The hand of somebody who types without a rest.
      await page.evaluate(() => new Promise(requestAnimationFrame))
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    const killed = performance.now()
    await crash(page)
    const again = await openTicket(pod.ticket, { page: await context.newPage() })
    const kept = again.frame.getByRole('textbox', { name: 'What did you do?' })
    const safe = typedAt.filter((at) => killed - at > longestLossMs).length
    expect(safe).toBeGreaterThan(10)
    await expect(kept).toHaveValue(new RegExp(`^${words.slice(0, safe)}`))
    expect(words.startsWith(await kept.inputValue())).toBe(true)
  })

  test('goes on without a network and hands everything over when it is back', async ({
    openTicket,
    page,
    context,
  }) => {
    const pod = await openTicket()
    await pod.startNamed('Printer offline')
    await pod.offlineReady()
    await context.setOffline(true)
    await pod.answer('1')
    await expect(pod.frame.getByText('Offline. Go on; what you do is kept and sent later.')).toBeVisible()
    await expect(pod.frame.getByText('1 to send')).toBeVisible()
    const step = await pod.step.getByRole('heading').textContent()
    await context.setOffline(false)
    await expect(pod.frame.getByText('Offline. Go on')).toBeHidden({ timeout: 30_000 })
    await page.goto('about:blank')
    const again = await openTicket(pod.ticket)
    await expect(again.step.getByRole('heading')).toHaveText(step ?? '')
  })

  test('works where the browser refuses storage, and says what would be lost', async ({
    openTicket,
    context,
    page,
  }) => {
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Storage is refused.', 'SecurityError')
      }
      if (location.pathname.startsWith('/pod/'))
        Object.defineProperty(window, 'indexedDB', { get: refuse, configurable: true })
    })
    const pod = await openTicket()
    await pod.startNamed('Printer offline')
    await pod.offlineReady()
    await context.setOffline(true)
    await pod.answer('1')
    await expect(pod.frame.getByText('1 entry would be lost by closing this')).toBeVisible()
    await context.setOffline(false)
    await expect(pod.frame.getByText('would be lost')).toBeHidden({ timeout: 30_000 })
    const step = await pod.step.getByRole('heading').textContent()
    await page.goto('about:blank')
    const again = await openTicket(pod.ticket)
    await again.frame.getByRole('button', { name: 'Printer offline' }).first().click()
    await expect(again.step.getByRole('heading')).toHaveText(step ?? '')
  })

  test('is parked in two keys and resumes at its step', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.answer('1')
    const step = await pod.step.getByRole('heading').textContent()
    await page.keyboard.press('p')
    await page.keyboard.press('1')
    await expect(pod.step).toContainText('Parked: Client')
    await page.goto('about:blank')
    const again = await openTicket(pod.ticket)
    await expect(again.step).toContainText('Parked: Client')
    await again.answer('Enter')
    await expect(again.step.getByRole('heading')).toHaveText(step ?? '')
  })

  test('takes another answer to an earlier question and goes on from there', async ({ openTicket, page }) => {
    const pod = await openTicket()
    await pod.startNamed('Outlook not connecting')
    await pod.answer('1')
    await pod.answer('1')
    await page.keyboard.press('t')
    await expect(pod.trail.getByRole('button').last()).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(pod.dialog).toContainText('Affected')
    await page.keyboard.press('2')
    await expect(pod.dialog).toBeHidden()
    await expect(pod.trail).toContainText('Several people')
    await expect(pod.step.getByRole('heading')).not.toHaveText('What does Outlook show?')
  })
})
