import { redact } from '#shared/redaction/redact.ts'

/** What would be kept of a text: how many secrets were found in it so far, and how it reads around the first. */
export interface KeptPreview {
  secrets: number
  extract: string
}

/** So much is looked through in one go, and so much behind it is seen too, so that no secret is cut in two. */
const slice = 8_000
const margin = 2_000
const shownLines = 5
const shownUnits = 400

/**
 * Looks through a text slice by slice, each put off by `putOff`, so that a long one stops nobody; tells what it found
 * after each slice with secrets. Returns what ends it.
 */
export function previewKept(
  text: string,
  tell: (preview: KeptPreview) => void,
  putOff: (work: () => void) => void = (work) => setTimeout(work, 20),
): () => void {
  let ended = false
  let preview: KeptPreview = { secrets: 0, extract: '' }
  const lookAt = (from: number) => {
    if (ended) return
    const part = text.slice(from, from + slice + margin)
    const redacted = redact(part, { destination: 'storage' })
    const found = redacted.findings.filter(({ start }) => start < slice)
    const [first] = found
    if (first) {
      const extract = preview.extract || around(redacted.text, first.start)
      preview = { secrets: preview.secrets + found.length, extract }
      tell(preview)
    }
    const next = from + Math.max(slice, found.at(-1)?.end ?? 0)
    if (next < text.length) putOff(() => lookAt(next))
  }
  putOff(() => lookAt(0))
  return () => {
    ended = true
  }
}

/** A few lines of a text around a place in it. */
function around(text: string, place: number): string {
  const line = text.lastIndexOf('\n', place - 1) + 1
  const before = Math.max(text.lastIndexOf('\n', line - 2) + 1, place - shownUnits / 2, 0)
  const lines = text
    .slice(before, before + shownUnits)
    .split('\n')
    .slice(0, shownLines)
    .join('\n')
    .trimEnd()
  const isCut = before + lines.length < text.trimEnd().length
  return `${before > 0 ? '… ' : ''}${lines}${isCut ? ' …' : ''}`
}
