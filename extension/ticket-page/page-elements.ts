/**
 * The page's own elements can stand before the DOM's properties: a form with an input named "closest" has no method
 * of that name any more, and an image named "querySelector" takes the document's. So these ask the prototypes.
 */

type Root = Document | Element

/** Like `root.querySelectorAll`. */
export function findAll(root: Root, selector: string): NodeListOf<Element> {
  return root instanceof Document
    ? Document.prototype.querySelectorAll.call(root, selector)
    : Element.prototype.querySelectorAll.call(root, selector)
}

/** Like `root.querySelector`. */
export function find(root: Root, selector: string): Element | null {
  return root instanceof Document
    ? Document.prototype.querySelector.call(root, selector)
    : Element.prototype.querySelector.call(root, selector)
}

/** Like `element.closest`. */
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)

/** Like `element.matches`. */
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector)

/** The element around another one, or null. */
export function parentOf(element: Element): Element | null {
  const parent: unknown = Reflect.get(Node.prototype, 'parentElement', element)
  return parent instanceof Element ? parent : null
}

/** The root element of the page, or null before there is one. */
export function rootOf(page: Document): Element | null {
  const root: unknown = Reflect.get(Document.prototype, 'documentElement', page)
  return root instanceof Element ? root : null
}

/** The most nodes looked at for one text, so that no page makes a look expensive. */
const mostNodes = 1_000

/** The text in an element, cut to so many characters. */
export function textOf(element: Element, longest: number): string {
  const walker = Document.prototype.createTreeWalker.call(document, element)
  let text = ''
  for (let nodes = 0; nodes < mostNodes && text.length < longest; nodes += 1) {
    const node = walker.nextNode()
    if (node === null) break
    if (node instanceof Text) text += node.data.slice(0, longest - text.length)
  }
  return text
}

/** Whether an element is on the page to see: neither it nor one around it is hidden. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, {
    checkVisibilityCSS: true,
    visibilityProperty: true,
  })
}
