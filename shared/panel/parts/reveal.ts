/**
 * Brings a card into view within its own scroller, its top first where it does not fit, and then gives its title the
 * focus. Nothing is measured before all that changes with the card is in place, or the browser would lay it out twice.
 */
export function reveal(title: HTMLElement | null): void {
  queueMicrotask(() => {
    const card = title?.closest('article')
    const scroller = card?.parentElement
    if (!title || !card || !scroller) return
    const fits = card.offsetHeight <= scroller.clientHeight
    const above = card.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    scroller.scrollTop = fits ? scroller.scrollHeight : scroller.scrollTop + above
    // Moving the focus shows nothing and takes its time, so the step is painted first.
    requestAnimationFrame(() => setTimeout(() => takeFocus(title)))
  })
}

/**
 * Gives a heading the focus that was lost with what stood there before, or that is on an answer to it; never takes it
 * from another window.
 */
export function takeFocus(title: HTMLElement | null): void {
  const active = document.activeElement
  const isFree = !active || active === document.body || active.matches('.rf-choice')
  if (title && document.hasFocus() && isFree) title.focus({ preventScroll: true })
}
