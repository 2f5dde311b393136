/** A key press as the registry writes it. Ctrl and the Mac's command key count the same. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '']
  return [...held.filter(Boolean), key.length === 1 && held.some(Boolean) ? key.toUpperCase() : key].join('+')
}

/** Whether a key acts alone, without Ctrl or Alt. */
export function isSingle(key: string): boolean {
  return !key.includes('+') || key === '+'
}

/** Whether a key press belongs to a text that is being written, by an input method too. */
export function isWriting(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]),textarea,select')
}

/** Whether a key press already means something to the control it is on. */
export function isControls(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false
  return event.target instanceof Element && event.target.closest('button,a,summary,[role=option]') !== null
}

/** The form that Ctrl+Enter in one of its one-line fields sends; browsers send it by Enter alone. */
export function formSentBy(event: KeyboardEvent): HTMLFormElement | null {
  if (keyOf(event) !== 'Ctrl+Enter' || event.isComposing) return null
  return event.target instanceof HTMLInputElement ? event.target.form : null
}
