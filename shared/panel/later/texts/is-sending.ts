/** Whether a key press in a text sends it: Enter, with Ctrl as well. Shift+Enter begins a line; an input method's Enter is its own. */
export function isSending(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing
}
