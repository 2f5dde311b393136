import { podOn } from '../pod.ts'
import { controlSandbox } from '../sandbox-control.ts'
import { expect, heading, test } from './beside-ticket.ts'

test.describe('the side panel', () => {
  test('takes a ticket from the open tab to its posted note', async ({ openSignedIn, demo }) => {
    const { panel } = await openSignedIn(26251)
    const pod = podOn(panel, 26251, panel)
    await pod.enter()
    await pod.start()
    await pod.walk()
    await pod.note()
    await pod.send()
    await pod.sent()
    const texts = await controlSandbox(demo.sandbox).texts(26251, 'Outlook shows')
    expect(texts).toHaveLength(1)
  })

  test('follows the tab in front and shows nothing of another ticket', async ({
    openSignedIn,
    openTab,
    newTicket,
  }) => {
    const { tab, panel, ticket } = await openSignedIn()
    const pod = podOn(panel, ticket, panel)
    await pod.enter()
    await pod.withoutFlow('Asked for the serial number')
    const another = await newTicket()
    await openTab(another)
    await expect(heading(panel, another)).toBeVisible()
    await expect(panel.getByText('Asked for the serial number')).toBeHidden()
    await tab.bringToFront()
    await expect(heading(panel, ticket)).toBeVisible()
    await expect(panel.getByText('Asked for the serial number')).toBeVisible()
  })

  test('asks which ticket where the tab shows none, and follows the tab when it shows one', async ({
    openSignedIn,
    context,
    openTab,
    newTicket,
  }) => {
    const { panel } = await openSignedIn()
    const another = await newTicket()
    const empty = await context.newPage()
    await empty.goto('about:blank')
    await expect(panel.getByRole('heading', { name: 'Which ticket?' })).toBeVisible()
    await openTab(another, empty)
    await expect(heading(panel, another)).toBeVisible()
  })

  test('stays beside every tab where the technician wants it', async ({ openSignedIn, context }) => {
    const { panel, ticket } = await openSignedIn()
    await panel.getByRole('heading', { level: 1 }).click()
    await panel.keyboard.press('Alt+P')
    await expect(panel.getByText(`#${ticket} stays here`)).toBeVisible()
    const portal = await context.newPage()
    await portal.goto('about:blank')
    await expect(heading(panel, ticket)).toBeVisible()
    await panel.getByRole('button', { name: 'Follow the tab again' }).click()
    await expect(panel.getByRole('heading', { name: 'Which ticket?' })).toBeVisible()
  })

  test('follows although the worker was stopped, and keeps the sign-in', async ({
    openSignedIn,
    openTab,
    newTicket,
    context,
    extension,
  }) => {
    const { tab, panel, ticket } = await openSignedIn()
    const another = await newTicket()
    const options = await context.newPage()
    await options.goto(`chrome-extension://${extension.id}/options.html`)
    await expect(options.getByText('Signed in as Maria Rivera')).toBeVisible()
    const session = await context.newCDPSession(options)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await options.close()
    await openTab(another)
    await expect(heading(panel, another)).toBeVisible()
    await tab.bringToFront()
    await expect(heading(panel, ticket)).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Sign in' })).toBeHidden()
  })

  test('takes text selected in any tab as evidence, and selected words to find a flow by', async ({
    openSignedIn,
    openTab,
    newTicket,
    extension,
  }) => {
    const { panel, ticket } = await openSignedIn()
    await panel.getByRole('heading', { level: 1 }).click()
    await podOn(panel, ticket, panel).withoutFlow('Opened the admin centre')
    await extension.worker.evaluate(clickMenu, {
      menuItemId: 'keep-selection',
      selectionText: 'Sign-in blocked: 53003',
    })
    const dialog = panel.getByRole('dialog')
    await expect(dialog.getByRole('textbox').first()).toHaveValue('Sign-in blocked: 53003')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByText('Selected at admin.example')).toBeVisible()

    const another = await newTicket()
    await openTab(another)
    await expect(heading(panel, another)).toBeVisible()
    await extension.worker.evaluate(clickMenu, {
      menuItemId: 'troubleshoot-selection',
      selectionText: 'printer offline',
    })
    await expect(panel.getByText('You selected “printer offline”.')).toBeVisible()
  })
})

/** Clicks an entry of the menu over the tab in front, as the browser reports it. */
async function clickMenu(info: { menuItemId: string; selectionText: string }): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const clicked = Object(chrome.contextMenus.onClicked)
  clicked.dispatch({ ...info, pageUrl: 'https://admin.example/users' }, tab)
}
