import type { Browser } from './browser.ts'
import { ticketPatterns } from './register-pages.ts'

/** The entries of the context menu; the first stands alone on ticket pages, so it is one click away. */
export const menuItems = {
  ticket: 'troubleshoot-ticket',
  selection: 'troubleshoot-selection',
  evidence: 'keep-selection',
} as const

/** Puts our entries into the browser's menus, in place of those that are there. */
export async function offerMenu(browser: Browser): Promise<void> {
  const { contextMenus } = browser
  const documentUrlPatterns = await ticketPatterns(browser)
  await new Promise<void>((resolve) => contextMenus.removeAll(resolve))
  contextMenus.create({
    id: menuItems.ticket,
    title: 'Troubleshoot this ticket',
    contexts: ['page', 'link', 'image', 'editable'],
    documentUrlPatterns,
  })
  contextMenus.create({ id: menuItems.selection, title: 'Troubleshoot “%s”', contexts: ['selection'] })
  contextMenus.create({
    id: menuItems.evidence,
    title: 'Add “%s” to the current step',
    contexts: ['selection'],
  })
}
