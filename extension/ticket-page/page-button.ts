import { drawMark } from './draw-mark.ts'
import { freePlace, netOver, type Place } from './free-place.ts'
import type { TicketHint } from './hint.ts'
import { closest } from './page-elements.ts'

/** Milliseconds between two looks at what lies under the button. */
const between = 250
/** The same while no place is free: the search is dearer than a look. */
const betweenSearches = 1_000

const controls =
  'a,button,input,select,textarea,label,summary,iframe,video,[contenteditable],[tabindex],[onclick],[role=button],[role=option],[role=row],.mm_button'

const looks = [
  ':host{all:initial!important;display:contents!important}',
  'button{all:initial;position:fixed;z-index:2147483647;display:inline-flex;align-items:center;gap:6px;box-sizing:border-box;height:32px;padding:0 12px 0 8px;border:1px solid #08587a;border-radius:16px;background:#0a6a91;color:#fff;cursor:pointer;font:600 13px system-ui,sans-serif;white-space:nowrap}',
  'button[hidden]{display:none}',
  'button:hover{background:#08587a}',
  'button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 5px #0a6a91}',
  'svg{width:18px;fill:none;stroke:currentcolor;stroke-width:2;stroke-linecap:round}',
  'circle{fill:currentcolor;stroke:none}',
  '@media print{button{display:none}}',
]

export interface PageButton {
  /** Follows what the page shows: the button is there with a ticket, and only then. */
  show(hint: TicketHint): void
  /** To be called when the page may have changed: puts the button back, and off what lies under it. */
  settle(): void
  remove(): void
}

/**
 * A small button over the ticket page; `open` is called when a person clicks it, by pointer or keyboard. It stands
 * in a shadow that the page cannot look into, in a place along the edge where it covers no control of the page.
 */
export function pageButton(self: Window, open: () => void): PageButton {
  const page = self.document
  const host = page.createElement('div')
  const shadow = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(looks.join(''))
  shadow.adoptedStyleSheets = [sheet]
  const button = page.createElement('button')
  button.type = 'button'
  button.hidden = true
  button.append(drawMark(page), 'Troubleshoot')
  button.addEventListener('click', (event) => {
    if (event.isTrusted) open()
  })
  shadow.append(button)

  let isWanted = false
  let nextLook = 0
  let due: number | undefined

  function settle(): void {
    if (!isWanted) return
    if (!host.isConnected) page.documentElement.append(host)
    const now = self.performance.now()
    if (now < nextLook) {
      due ??= self.setTimeout(settleLater, nextLook - now)
      return
    }
    const isPlaced = stay() || move()
    nextLook = self.performance.now() + (isPlaced ? between : betweenSearches)
  }
  function settleLater(): void {
    due = undefined
    settle()
  }

  const sizeOf = () => ({ width: button.offsetWidth, height: button.offsetHeight })
  const view = () => ({ width: self.innerWidth, height: self.innerHeight })

  function stay(): boolean {
    if (button.hidden) return false
    const { left, top, right, bottom } = button.getBoundingClientRect()
    const { width, height } = view()
    return right <= width && bottom <= height && isFree({ left, top })
  }

  function move(): boolean {
    button.hidden = false
    const place = freePlace(view(), sizeOf(), isFree)
    button.hidden = place === null
    button.style.left = `${place?.left ?? 0}px`
    button.style.top = `${place?.top ?? 0}px`
    return place !== null
  }

  /** Whether the button would cover nothing there that a person may want to reach. */
  function isFree(place: Place): boolean {
    for (const [x, y] of netOver(place, sizeOf())) {
      const under = page.elementsFromPoint(x, y).find((each) => each !== host)
      if (under && isControl(under)) return false
    }
    return true
  }

  const isControl = (element: Element): boolean =>
    closest(element, controls) !== null || self.getComputedStyle(element).cursor === 'pointer'

  const listening = new AbortController()
  const options = { capture: true, passive: true, signal: listening.signal } as const
  self.addEventListener('resize', settle, options)
  self.addEventListener('scroll', settle, options)

  return {
    show(hint) {
      isWanted = hint.length > 0
      const [ticket, ...others] = hint
      const name = ticket && others.length === 0 ? `Troubleshoot ticket #${ticket.id}` : 'Troubleshoot'
      button.ariaLabel = `${name} with ResolutionFlow`
      if (!isWanted) host.remove()
      nextLook = 0
      settle()
    },
    settle,
    remove() {
      isWanted = false
      listening.abort()
      self.clearTimeout(due)
      host.remove()
    },
  }
}
