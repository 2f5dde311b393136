/** Brings a card into view within its own scroller, its top first where it does not fit, and takes over the focus. */
export function reveal(title: HTMLElement | null): void {
  const card = title?.closest('article')
  const scroller = card?.parentElement
  if (!title || !card || !scroller) return
  const fits = card.offsetHeight <= scroller.clientHeight
  const above = card.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTop = fits ? scroller.scrollHeight : scroller.scrollTop + above
  takeFocus(title)
}

/** Gives a heading the focus that was lost with what stood there before; never takes it from another window. */
export function takeFocus(title: HTMLElement | null): void {
  const active = document.activeElement
  if (title && document.hasFocus() && (active === null || active === document.body)) {
    title.focus({ preventScroll: true })
  }
}
