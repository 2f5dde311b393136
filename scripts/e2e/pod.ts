import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The panel as a technician uses it, by keyboard. */
export interface Pod {
  page: Page
  frame: FrameLocator | Page
  ticket: number
  /** The one step that is to be done now, or what stands in its place where the session rests. */
  step: Locator
  /** What was done so far. */
  trail: Locator
  /** The dialog that is open. */
  dialog: Locator
  /** How the post to the ticket stands, in the panel's words. */
  post: Locator
  /** Waits for the ticket in the panel and gives it the keyboard. */
  enter(): Promise<void>
  /** Starts the first suggestion. */
  start(): Promise<void>
  /** Starts a flow out of all of them. */
  startNamed(title: string): Promise<void>
  /** Works without a flow and records one act. */
  withoutFlow(act: string): Promise<void>
  /** Records what was done in words; Enter again where the panel asks for it, having not loaded everything yet. */
  act(words: string): Promise<void>
  /** Waits until the panel has all it needs to go on without a network. */
  offlineReady(): Promise<void>
  /** Presses a key and waits for the next step. */
  answer(key: string): Promise<void>
  /** Takes the first answer of every step, pastes where something is asked for, until the flow has an end. */
  walk(): Promise<{ step: string; keys: number }[]>
  /** Opens the note. */
  note(): Promise<void>
  /** Posts the note that is shown and waits until the panel says that it is on its way. */
  send(): Promise<void>
  /** Does not wait longer for an undo; waits until the text is in the ticket. */
  sent(): Promise<void>
}

const pasted = 'Port 443: True\nAzureAdJoined : YES\nAzureAdPrt : YES'
const longestWalk = 30
const delivery = 60_000

/** The panel in a ticket page, or in the frame that is given. */
export function podOn(page: Page, ticket: number, place?: Page): Pod {
  const frame = place ?? page.frameLocator('iframe[src*="/pod/"]')
  const step = frame.locator('article[aria-current=step]')
  const end = frame.getByRole('heading', { name: /^(Resolved|Ready to hand over|Ready to refer)$/ })
  const post = frame.getByRole('region', { name: `In ticket #${ticket}` })
  const answer = async (key: string) => {
    const before = await step.textContent()
    await page.keyboard.press(key)
    await expect.poll(() => step.textContent()).not.toBe(before)
  }
  const trail = frame.getByRole('list', { name: 'Done so far' })
  const record = async (words: string) => {
    await frame.getByRole('textbox', { name: 'What did you do?' }).fill(words)
    await expect(async () => {
      await page.keyboard.press('Enter')
      await expect(trail).toContainText(words, { timeout: 1_000 })
    }).toPass()
    await frame.getByRole('heading', { level: 1 }).click()
  }
  return {
    page,
    frame,
    ticket,
    step,
    trail,
    dialog: frame.getByRole('dialog'),
    post,
    answer,
    async enter() {
      await expect(frame.getByRole('heading', { level: 1, name: `#${ticket}` })).toBeVisible()
      await frame.getByRole('heading', { level: 1 }).click()
    },
    async start() {
      await expect(frame.getByRole('heading', { name: 'What fits this ticket' })).toBeVisible()
      await page.keyboard.press('1')
      await expect(step).toBeVisible()
    },
    async startNamed(title) {
      await frame.getByText('All flows', { exact: true }).click()
      await frame.getByRole('searchbox', { name: 'Find a flow' }).fill(title)
      await frame.locator('.rf-browse').getByRole('button', { name: title }).click()
      await expect(step).toBeVisible()
    },
    async withoutFlow(act) {
      await frame.getByRole('button', { name: 'Work without a flow' }).click()
      await record(act)
    },
    act: record,
    async offlineReady() {
      await expect(frame.getByText('Ready to work offline')).toBeAttached()
    },
    async walk() {
      const walked: { step: string; keys: number }[] = []
      await expect(frame.getByText('Ready to work offline')).toBeAttached()
      while (!(await end.isVisible())) {
        if (walked.length > longestWalk) throw new Error('The walk found no end.')
        const title = (await step.getByRole('heading').textContent()) ?? ''
        const field = frame.locator('.rf-dock :is(textarea, input)')
        if ((await field.count()) > 0) {
          await expect(field).toBeFocused()
          const isLong = (await frame.locator('.rf-dock textarea').count()) > 0
          await page.keyboard.insertText(isLong ? pasted : 'SCAN-PC-07')
          await answer(isLong ? 'Control+Enter' : 'Enter')
          walked.push({ step: title, keys: 2 })
        } else {
          const isChoice = (await frame.getByRole('group', { name: 'Answers' }).count()) > 0
          await answer(isChoice ? '1' : 'Enter')
          walked.push({ step: title, keys: 1 })
        }
      }
      return walked
    },
    async note() {
      await page.keyboard.press('w')
      await expect(frame.getByRole('heading', { name: 'Note for the ticket' })).toBeVisible()
    },
    async send() {
      await page.keyboard.press('Enter')
      await expect(post).toContainText('Sending in')
    },
    async sent() {
      await expect(post).toContainText('Sending in')
      await page.keyboard.press('g')
      await expect(post).toContainText('Sent', { timeout: delivery })
    },
  }
}
