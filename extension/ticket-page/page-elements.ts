/**
 * A form's own fields stand before its properties: one with an input named "closest" has no method of that name any
 * more. So these ask the prototype. The document and the window are ours alone, whatever the page names its elements.
 */

/** Like `element.querySelectorAll`, in the page where no element is given. */
export const findAll = (selector: string, within?: Element): Element[] => [
  ...(within
    ? Element.prototype.querySelectorAll.call(within, selector)
    : document.querySelectorAll(selector)),
]

/** Like `element.closest`. */
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)

/** Like `element.matches`. */
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector)

/** The most nodes looked at for one text, so that no page makes a look expensive. */
const mostNodes = 1_000

/** The text in an element, cut to so many characters. */
export function textOf(element: Element, longest: number): string {
  const walker = document.createTreeWalker(element)
  let text = ''
  for (let nodes = 0; nodes < mostNodes && text.length < longest; nodes += 1) {
    const node = walker.nextNode()
    if (node === null) break
    if (node instanceof Text) text += node.data.slice(0, longest - text.length)
  }
  return text
}

/** Whether an element is on the page to see: neither it nor one around it is hidden. */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { checkVisibilityCSS: true, visibilityProperty: true })
