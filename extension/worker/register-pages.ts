import { connectWiseClouds } from '../manifest/connectwise-clouds.ts'
import { pageScript } from '../manifest/manifest.ts'
import { readSettings } from '../settings/stored-settings.ts'
import { patternOf } from '../tabs/ticket-sites.ts'
import type { Browser } from './browser.ts'

const scriptId = 'added-connectwise'

/**
 * Lets our script into the ConnectWise servers that the technician added and granted, as the manifest does for the
 * cloud; into tabs already open as well. Called when settings or permissions change, and when the browser starts.
 */
export async function registerPages(browser: Browser): Promise<void> {
  const matches = await grantedPatterns(browser)
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] })
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] })
    return
  }
  const known = { id: scriptId, js: [pageScript], matches, allFrames: false, runAt: 'document_idle' as const }
  if (registered) await browser.scripting.updateContentScripts([known])
  else await browser.scripting.registerContentScripts([{ ...known, persistAcrossSessions: true }])
  await runInOpenTabs(browser, matches)
}

/** Patterns of the pages on which our menu is offered: ConnectWise's cloud, and what was added. */
export async function ticketPatterns(browser: Browser): Promise<string[]> {
  return [...connectWiseClouds, ...(await grantedPatterns(browser))]
}

async function grantedPatterns({ storage, permissions }: Browser): Promise<string[]> {
  const { connectWise } = await readSettings(storage)
  const patterns = [...new Set(connectWise.map(patternOf))]
  const granted = await Promise.all(patterns.map((pattern) => permissions.contains({ origins: [pattern] })))
  return patterns.filter((_, at) => granted[at])
}

async function runInOpenTabs({ tabs, scripting }: Browser, matches: string[]): Promise<void> {
  const open = await tabs.query({ url: matches })
  await Promise.all(
    open.map(({ id }) =>
      id === undefined
        ? undefined
        : scripting.executeScript({ target: { tabId: id }, files: [pageScript] }).catch(() => undefined),
    ),
  )
}
