import type { TicketHint } from './hint.ts'
import { hintFrom, sameHint } from './hint.ts'
import { ticketInAddress } from './ticket-in-address.ts'
import { hasBanner, isDrawn, ticketsInPage } from './ticket-in-page.ts'

/** So long, in milliseconds, after a change of the page nothing more is read: a busy page costs one look a turn. */
export const calm = 50

/** What the watcher calls: `tell` with what the page shows, `looked` after every look at it. */
export interface Watcher {
  tell(hint: TicketHint): void
  looked?(): void
}

export interface Watching {
  tellAgain(): void
  stop(): void
}

/** Tells what the page shows now, and again whenever that changes or is asked for. */
export function watchPage(self: Window, { tell, looked }: Watcher): Watching {
  let last: TicketHint | null = null
  let due: number | undefined
  /** The address whose ticket has appeared, so that it says nothing any more. */
  let spent: string | null = null

  function look(): void {
    due = undefined
    const { href } = self.location
    const inPage = ticketsInPage()
    if (inPage.length > 0) spent = href
    const awaited = spent !== href && (hasBanner() || !isDrawn())
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
  const lookNow = (): void => {
    self.clearTimeout(due)
    look()
  }
  const tellAgain = (): void => {
    last = null
    lookNow()
  }
  /** A page that comes back from the browser's memory has to say again what it shows. */
  const cameBack = ({ persisted }: PageTransitionEvent): void => (persisted ? tellAgain() : lookSoon())
  const seen = (): void => {
    if (self.document.visibilityState === 'visible') lookNow()
  }

  const observer = new MutationObserver(lookSoon)
  observer.observe(self.document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  })
  const listening = new AbortController()
  const { signal } = listening
  self.addEventListener('popstate', lookSoon, { signal })
  self.addEventListener('hashchange', lookSoon, { signal })
  self.addEventListener('pageshow', cameBack, { signal })
  // Timers of a page in the background are slow, so that what it showed last may be old.
  self.document.addEventListener('visibilitychange', seen, { signal })
  look()
  return {
    tellAgain,
    stop() {
      listening.abort()
      observer.disconnect()
      self.clearTimeout(due)
    },
  }
}
