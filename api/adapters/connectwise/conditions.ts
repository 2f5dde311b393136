/** ConnectWise's `conditions` language, written safely: every value goes through one of these. */

/**
 * Any text as a quoted string of a condition. Quotes and backslashes are escaped, line ends and other controls
 * become blanks, so that no text can end the string and add a condition of its own.
 */
export function quoted(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, ' ')
  return `"${plain.replace(/["\\]/g, '\\$&')}"`
}

/** A point in time (ISO 8601, any zone) as a condition's date: UTC, whole seconds, in brackets. */
export function dated(iso: string): string {
  return `[${utcSeconds(iso)}]`
}

/** ISO 8601 in any zone → the only spelling that ConnectWise takes: UTC without milliseconds. */
export function utcSeconds(iso: string): string {
  return new Date(iso).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** A whole number; anything else throws a RangeError, since it could carry a condition. */
export function numbered(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('a condition takes whole numbers only')
  return String(value)
}

/** All of these, each in its own parentheses so that an `or` inside cannot swallow its neighbours. */
export function all(...parts: string[]): string {
  return parts.length === 1 ? parts.join('') : parts.map((part) => `(${part})`).join(' and ')
}

/** Any of these. */
export function any(...parts: string[]): string {
  return parts.length === 1 ? parts.join('') : parts.map((part) => `(${part})`).join(' or ')
}

/** `field in (1,2,3)` */
export function oneOf(field: string, values: readonly number[]): string {
  return `${field} in (${values.map(numbered).join(',')})`
}
