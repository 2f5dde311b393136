/**
 * A text as a database can hold it: without control characters (but for line ends and tabs), every half of a character
 * that has no other half replaced by U+FFFD. Idempotent; any other text comes back as it is.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t\r]/gu, '')
}
