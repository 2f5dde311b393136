/** Crockford's base 32: no I, L, O, U, so that what is read aloud or retyped comes back the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PAYLOAD = 13
const RANDOM_BYTES = 9

/**
 * A new marker, `XXXXX-XXXXX-XXXXX`: 13 characters from the first 65 bits of `random` (9 bytes or more, from a
 * secure source) and two check characters. Throws RangeError on fewer bytes.
 */
export function makeMarker(random: Uint8Array): string {
  if (random.length < RANDOM_BYTES) throw new RangeError(`A marker needs ${RANDOM_BYTES} random bytes`)
  const symbols: number[] = []
  let [held, bits] = [0, 0]
  for (const byte of random.subarray(0, RANDOM_BYTES)) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5 && symbols.length < PAYLOAD; bits -= 5) symbols.push((held >> (bits - 5)) & 31)
  }
  return grouped([...symbols, ...remainder(symbols)])
}

/** The line that carries a marker in a note: `Ref XXXXX-XXXXX-XXXXX`. */
export function markerLine(marker: string): string {
  return `Ref ${marker}`
}

/**
 * The markers in a text, as `makeMarker` gives them, each once. Found again after a trip through Markdown and HTML:
 * in any case, with escapes, emphasis, other dashes and blanks, O for 0 and I or L for 1. What fails its check
 * characters is none.
 */
export function findMarkers(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
    .replace(/&#45;|&#x2d;|[\u2010-\u2015\u2212]/gi, '-')
    .replace(/<[^<>]{0,200}>|[\\*_`~\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  const found = new Set<string>()
  const shape =
    /ref(?=[\s:.#-]{0,4}([0-9a-z]{5})[\s-]{0,3}([0-9a-z]{5})[\s-]{0,3}([0-9a-z]{5})(?![0-9a-z]))/gi
  for (const [, ...groups] of plain.matchAll(shape)) {
    const marker = readMarker(groups.join(''))
    if (marker) found.add(marker)
  }
  return [...found]
}

/**
 * A marker as typed by hand, in its own form; null where characters are missing, foreign, or fail the check, which
 * catches every one or two wrong characters and every exchange of two.
 */
export function readMarker(text: string): string | null {
  const symbols = Array.from(text.toUpperCase().replace(/[\s-]/g, ''), (character) =>
    ALPHABET.indexOf(character.replace(/[IL]/, '1').replace('O', '0')),
  )
  if (symbols.length !== PAYLOAD + 2 || symbols.includes(-1)) return null
  return remainder(symbols).every((symbol) => symbol === 0) ? grouped(symbols) : null
}

/**
 * Remainder by x² + 6x + 8 = (x − a)(x − a²) over the field of 32 elements: a Reed-Solomon code, whose words of up
 * to 31 symbols differ in three places or more.
 */
function remainder(symbols: number[]): [number, number] {
  let [high, low] = [0, 0]
  for (const symbol of symbols) {
    const out = symbol ^ high
    high = low ^ product(out, 6)
    low = product(out, 8)
  }
  return [high, low]
}

/** Product in the field of 32 elements, reduced by x⁵ + x² + 1. */
function product(a: number, b: number): number {
  let sum = 0
  for (let [left, right] = [a, b]; right > 0; right >>= 1) {
    if (right & 1) sum ^= left
    left <<= 1
    if (left & 32) left ^= 0b100101
  }
  return sum
}

function grouped(symbols: number[]): string {
  const text = symbols.map((symbol) => ALPHABET.charAt(symbol)).join('')
  return `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}`
}
