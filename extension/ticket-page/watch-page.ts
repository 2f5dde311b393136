import type { TicketHint } from './hint.ts'
import { hintFrom, sameHint } from './hint.ts'
import { ticketInAddress } from './ticket-in-address.ts'
import { ticketsInPage } from './ticket-in-page.ts'

/** So long, in milliseconds, after a change of the page nothing more is read: a busy page costs one look a turn. */
const calm = 50

/** Where a ticket's page says that its application has loaded. */
const application = '.cw_BannerView, .mm_pod'

/** Calls with what the page shows now, and again whenever that changes. Returns what stops it. */
export function watchPage(self: Window, tell: (hint: TicketHint) => void): () => void {
  let last: TicketHint | null = null
  let due: number | undefined

  function look(): void {
    due = undefined
    const page = self.document
    const hint = hintFrom(
      ticketInAddress(self.location.href),
      ticketsInPage(page),
      page.querySelector(application) !== null,
    )
    if (last !== null && sameHint(last, hint)) return
    last = hint
    tell(hint)
  }
  const lookSoon = (): void => {
    due ??= self.setTimeout(look, calm)
  }

  const observer = new MutationObserver(lookSoon)
  observer.observe(self.document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden'],
  })
  const moves = ['popstate', 'hashchange', 'pageshow'] as const
  for (const move of moves) self.addEventListener(move, lookSoon)
  look()
  return () => {
    observer.disconnect()
    for (const move of moves) self.removeEventListener(move, lookSoon)
    self.clearTimeout(due)
  }
}
