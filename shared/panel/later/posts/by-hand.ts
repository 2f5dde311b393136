import type { Panel } from '../../state/panel.ts'

/** How long what somebody did counts as what a sending comes from, in milliseconds. */
const fresh = 1_000

interface Input {
  at: number
  /** It was a click on something that was covered just then. */
  covered: boolean
}

const latest = new WeakMap<Panel, Input>()
const seen = new WeakMap<Element, boolean>()

/** Notes what a person last did in the page itself with pointer or keyboard; returns what stops it. */
export function listenToHands(panel: Panel, page: Document): () => void {
  const { host } = panel
  const note = (event: Event) => {
    if (!(host.isByPerson?.(event) ?? event.isTrusted)) return
    const covered = event instanceof MouseEvent && event.detail > 0 && isCovered(event.target)
    latest.set(panel, { at: host.surroundings.now(), covered })
  }
  const kinds = ['keydown', 'pointerdown', 'click']
  for (const kind of kinds) page.addEventListener(kind, note, true)
  return () => {
    for (const kind of kinds) page.removeEventListener(kind, note, true)
  }
}

/**
 * Why a sending is not taken: nobody did anything in the panel just now, or the click was on a part that the page around
 * covers; null where it is. So no script and no overlay gets a note sent.
 */
export function notByHand(panel: Panel): 'stale' | 'covered' | null {
  const input = latest.get(panel)
  if (!input || panel.host.surroundings.now() - input.at > fresh) return 'stale'
  return input.covered ? 'covered' : null
}

/** Watches whether an element can be seen, where the browser can tell; returns what stops it. */
export function watchSeen(element: Element | null): (() => void) | undefined {
  const { IntersectionObserver: Observer, IntersectionObserverEntry: Entry } = globalThis
  if (!element || !Observer || !Entry || !('isVisible' in Entry.prototype)) return undefined
  const options = { threshold: 0, trackVisibility: true, delay: 100 }
  const observer = new Observer((entries) => {
    for (const entry of entries) seen.set(entry.target, 'isVisible' in entry && entry.isVisible === true)
  }, options)
  observer.observe(element)
  return () => observer.disconnect()
}

function isCovered(target: EventTarget | null): boolean {
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    const visible = seen.get(at)
    if (visible !== undefined) return !visible
  }
  return false
}
