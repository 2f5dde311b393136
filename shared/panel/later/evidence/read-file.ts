/** Why a dropped file is not taken. */
export type Unreadable = 'binary' | 'unread'

/** Beginnings that name the encoding of a text; without one it is found by what the bytes make. */
const marks: { bytes: number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** More unreadable characters than one in so many are no text. */
const oneIn = 20

/**
 * A file's text, at most `most` UTF-16 units of it; no more of the file is read than that can take. `cut` tells that
 * there was more.
 */
export async function readTextFile(
  file: Blob,
  most: number,
): Promise<{ text: string; cut: boolean } | { refused: Unreadable }> {
  const size = most * 3 + 3
  const bytes = await file
    .slice(0, size)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )
  if (!bytes) return { refused: 'unread' }
  const mark = marks.find((one) => one.bytes.every((byte, n) => bytes[n] === byte))
  const isPart = file.size > size
  const decoded = mark ? decode(bytes, mark.encoding, isPart) : decodeUnmarked(bytes, isPart)
  const strange = decoded.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0
  if (strange * oneIn > decoded.length) return { refused: 'binary' }
  const text = storable(decoded)
  return { text: cutText(text, most), cut: text.length > most || isPart }
}

/** A text; where it is only a part, the character it ends inside of is left out. */
const decode = (bytes: Uint8Array, encoding: string, isPart: boolean): string =>
  new TextDecoder(encoding).decode(bytes, { stream: isPart })

/** UTF-8, unless more of it is broken than right: Windows still writes its old encoding, in which there is no NUL. */
function decodeUnmarked(bytes: Uint8Array, isPart: boolean): string {
  const text = decode(bytes, 'utf-8', isPart)
  const broken = text.split('\ufffd').length - 1
  if (broken === 0) return text
  const right = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return broken > right && !bytes.includes(0) ? decode(bytes, 'windows-1252', isPart) : text
}

/** A text without the characters that no store takes: NUL, and halves of pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** At most so many UTF-16 units of a text, never half a pair at its end. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const isInsidePair = text.codePointAt(most - 1) !== text.charCodeAt(most - 1)
  return text.slice(0, isInsidePair ? most - 1 : most)
}
