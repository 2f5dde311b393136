/** Terminal colour and cursor sequences, whole, so that no `[31m` stays behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape and bell are what begins and ends them
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g
/** Control characters, and those that reorder or hide text: bidirectional marks, zero-width blanks. */
const UNSEEN =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * Makes text safe to stand in a note: terminal sequences, control and bidirectional characters are dropped, line
 * ends become `\n`, half a surrogate pair becomes U+FFFD. Letters, emoji and their joiners stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(ANSI, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
}

/** The cleaned text on one line: every run of blanks and line ends becomes one space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
