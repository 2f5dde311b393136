import type { TicketHint } from './hint.ts'
import { hintFrom, sameHint } from './hint.ts'
import { rootOf } from './page-elements.ts'
import { ticketInAddress } from './ticket-in-address.ts'
import { hasBanner, isDrawn, ticketsInPage } from './ticket-in-page.ts'

/** So long, in milliseconds, after a change of the page nothing more is read: a busy page costs one look a turn. */
export const calm = 50

/** What the watcher calls: `tell` with what the page shows, `looked` after every look at it. */
export interface Watcher {
  tell(hint: TicketHint): void
  looked?(): void
}

/** Tells what the page shows now, and again whenever that changes. Returns what stops it. */
export function watchPage(self: Window, { tell, looked }: Watcher): () => void {
  let last: TicketHint | null = null
  let due: number | undefined
  /** The address whose ticket has appeared, so that it says nothing any more. */
  let spent: string | null = null

  function look(): void {
    due = undefined
    const page = self.document
    const { href } = self.location
    const inPage = ticketsInPage(page)
    if (inPage.length > 0) spent = href
    const awaited = spent !== href && (hasBanner(page) || !isDrawn(page))
    const hint = hintFrom(ticketInAddress(href), inPage, awaited)
    if (last === null || !sameHint(last, hint)) {
      last = hint
      tell(hint)
    }
    looked?.()
  }
  const lookSoon = (): void => {
    due ??= self.setTimeout(look, calm)
  }
  /** A page that comes back from the browser's memory has to say again what it shows. */
  const cameBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) last = null
    lookSoon()
  }
  const seen = (): void => {
    if (self.document.visibilityState !== 'visible') return
    self.clearTimeout(due)
    look()
  }

  const observer = new MutationObserver(lookSoon)
  observer.observe(rootOf(self.document) ?? self.document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  })
  const stop = new AbortController()
  const { signal } = stop
  self.addEventListener('popstate', lookSoon, { signal })
  self.addEventListener('hashchange', lookSoon, { signal })
  self.addEventListener('pageshow', cameBack, { signal })
  // Timers of a page in the background are slow, so that what it showed last may be old.
  self.document.addEventListener('visibilitychange', seen, { signal })
  look()
  return () => {
    stop.abort()
    observer.disconnect()
    self.clearTimeout(due)
  }
}
