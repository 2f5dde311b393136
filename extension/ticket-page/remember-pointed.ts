import { numberAt, numberInRow } from './number-near.ts'

/** Pixels beside a number that a pointer on it may be off. */
const slack = 6

/** What was under the pointer when the page's menu was last opened. */
export interface Pointed {
  /** The number of the ticket that it was on; null where it was on none. */
  number(): number | null
  stop(): void
}

/**
 * Remembers, whenever a person opens the context menu, the ticket number written under the pointer, else that of the
 * row: rows of a board hold no link that the browser could tell of. Whatever the person does next ends it.
 */
export function rememberPointed(self: Window): Pointed {
  let number: number | null = null
  const stop = new AbortController()
  const options = { capture: true, passive: true, signal: stop.signal } as const
  const forget = (event: Event): void => {
    if (event.isTrusted) number = null
  }
  self.addEventListener('pointerdown', forget, options)
  self.addEventListener('keydown', forget, options)
  self.addEventListener(
    'contextmenu',
    (event) => {
      if (!event.isTrusted) return
      number = null
      const { target } = event
      if (target instanceof Element)
        number = numberUnder(target, event.clientX, event.clientY) ?? numberInRow(target)
    },
    options,
  )
  return { number: () => number, stop: () => stop.abort() }
}

/** The number written at a point of the page, as far as the text there belongs to the element. */
function numberUnder(element: Element, x: number, y: number): number | null {
  const at = caretAt(x, y)
  if (!at || !(at.node instanceof Text) || !Node.prototype.contains.call(element, at.node)) return null
  const range = new Range()
  range.setStart(at.node, Math.max(0, at.offset - 1))
  range.setEnd(at.node, Math.min(at.node.data.length, at.offset + 1))
  const isNear = [...range.getClientRects()].some(
    (box) =>
      x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack,
  )
  return isNear ? numberAt(at.node.data, at.offset) : null
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  // The newer caretPositionFromPoint came with Chrome 128.
  const range = document.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

/** The text that is selected in the page, cut to so many characters; nothing that is typed hidden. */
export function selectedText(longest: number): string {
  if (document.activeElement?.matches('input[type=password]')) return ''
  return (getSelection()?.toString() ?? '').slice(0, longest)
}
