/**
 * The part of a text that a trip through a ticket system keeps, for telling whether a text found there is one that
 * was sent: no Markdown escapes, entities as characters, no marks without width, and every run of blanks and line
 * ends one space. Letter case, words and their order count. Normalising twice changes nothing.
 */
export function normaliseBody(text: string): string {
  let before = text
  let now = unwrapOnce(text)
  while (now !== before) {
    before = now
    now = unwrapOnce(now)
  }
  return now
}

function unwrapOnce(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\\+(?=[!-/:-@[-`{-~]|\s|$)/g, '')
    .replace(/\\+/g, '\\')
    .normalize('NFC')
    .replace(/&(?:amp;)+/g, '&')
    .replace(/&(lt|gt|quot|nbsp|#39|#160);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether two texts are the same once normalised. */
export function sameBody(a: string, b: string): boolean {
  return normaliseBody(a) === normaliseBody(b)
}

/**
 * A short name for a normalised text, 14 hexadecimal digits: to look one up among many, not a proof. Two equal
 * hashes want `sameBody`, and nobody is kept from making a second text of the same hash.
 */
export function bodyHash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  const body = normaliseBody(text)
  for (let index = 0; index < body.length; index++) {
    const unit = body.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
    b ^= b >>> 13
  }
  const hex = (n: number, digits: number) => (n >>> 0).toString(16).padStart(8, '0').slice(-digits)
  return hex(a ^ (a >>> 15), 7) + hex(b ^ (b >>> 15), 7)
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#160': ' ',
}
