import type { HostTicket } from '#shared/panel/host.ts'

/** Hooks that outlast ConnectWise's releases, unlike its generated classes. */
const banners = '.cw_BannerView .detailLabel.cw_CwLabel'
const heads = '.pod_service_ticket_ticket_header .mm_podHeader'

const inBanner = /^\s*(service|project)\s*ticket\s*#\s*(\d{1,10})\b/i
const inHead = /^\s*ticket\s*#\s*(\d{1,10})\b/i

/** The longest label worth reading: a ticket's summary has 100 characters. */
const longest = 400

/**
 * The tickets that a page of ConnectWise shows, each once: one mostly, none on other screens, several where banner and
 * header differ. ConnectWise keeps the pods of closed screens and uses them again, so hidden ones don't count.
 */
export function ticketsInPage(
  page: ParentNode,
  isShown: (element: Element) => boolean = isVisible,
): HostTicket[] {
  const found = new Map<number, HostTicket>()
  for (const label of page.querySelectorAll(banners)) {
    const read = isShown(label) ? inBanner.exec(textOf(label)) : null
    if (read) keep(found, read[2], read[1]?.toLowerCase() === 'project' ? 'project' : 'service')
  }
  for (const label of page.querySelectorAll(heads)) {
    const read = isShown(label) ? inHead.exec(textOf(label)) : null
    if (read) keep(found, read[1], 'service')
  }
  return [...found.values()]
}

function keep(found: Map<number, HostTicket>, digits: string | undefined, kind: HostTicket['kind']): void {
  const id = Number(digits)
  if (id > 0 && !found.has(id)) found.set(id, { id, kind })
}

const textOf = (element: Element): string => (element.textContent ?? '').slice(0, longest)

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}
