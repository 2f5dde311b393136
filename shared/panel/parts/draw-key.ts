const drawn: Record<string, string> = {
  Enter: '↵',
  Backspace: '⌫',
  ArrowLeft: '←',
  Escape: 'Esc',
  Delete: 'Del',
}

/** A key as it is drawn on a key cap. */
export function drawKey(key: string): string {
  return key
    .split('+')
    .map((part) => drawn[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')
}
