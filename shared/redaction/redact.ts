import { findValues } from './find-values.ts'
import { numbering, type Placeholders, tagPattern } from './placeholders.ts'
import { type Destination, isReplaced } from './policy.ts'
import { MARK, type Recogniser, type RedactionClass } from './recogniser.ts'

/** Where the text goes, the team's terms, and the session's placeholders so far. */
export type RedactionPolicy = {
  readonly destination: Destination
  readonly terms?: readonly string[]
  readonly placeholders?: Placeholders
}

/** One replaced value: where it stood in the text that was handed in (end exclusive), and what stands there now. */
export type Finding = {
  readonly class: RedactionClass
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly placeholder: string
}

export type Redacted = {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly placeholders: Placeholders
}

/** What a mark stands for; without `row`, text that was a placeholder already. */
type Held = { readonly raw: string; readonly row?: Recogniser | undefined }
type Work = { readonly parts: string[]; readonly held: Held[] }

/** Takes stretches out of the text, a mark in place of each. */
const hide = (
  { parts, held }: Work,
  spans: readonly { start: number; end: number; row?: Recogniser }[],
): Work => {
  const next: Work = { parts: [], held: [] }
  let index = 0
  let offset = 0
  parts.forEach((part, at) => {
    let from = 0
    for (let span = spans[index]; span && span.end <= offset + part.length; span = spans[++index]) {
      next.parts.push(part.slice(from, span.start - offset))
      from = span.end - offset
      next.held.push({ row: span.row, raw: part.slice(span.start - offset, from) })
    }
    next.parts.push(part.slice(from))
    next.held.push(...held.slice(at, at + 1))
    offset += part.length + 1
  })
  return next
}

/**
 * Replaces secrets by `[SECRET]` and, where the policy's destination asks for it (or without a policy),
 * identifying values by numbered placeholders such as `[IP-1]`. Total: any string is accepted. Placeholders in
 * the text stay, so redacting twice changes nothing. Findings hold offsets in the given text, never a value.
 */
export const redact = (text: string, policy?: RedactionPolicy): Redacted => {
  const classes = (['secret', 'identifying'] as const).filter((of) => isReplaced(of, policy?.destination))
  let work = hide(
    { parts: [text], held: [] },
    Array.from(text.matchAll(tagPattern), ({ 0: tag, index }) => ({ start: index, end: index + tag.length })),
  )
  // Each replacement may bring another value to light; no text of people needs more rounds than this.
  for (let round = 0; round < 12; round++) {
    const found = findValues(work.parts.join(MARK), classes, policy?.terms ?? [])
    if (!found.length) break
    work = hide(work, found)
  }
  const placeholders = { ...policy?.placeholders }
  const tagFor = numbering(placeholders, text)
  const findings: Finding[] = []
  let out = ''
  let start = 0
  work.parts.forEach((part, at) => {
    const { raw = '', row } = work.held[at] ?? {}
    const placeholder = row
      ? row.class === 'secret'
        ? '[SECRET]'
        : tagFor(row.kind.toUpperCase(), raw)
      : raw
    out += part + placeholder
    start += part.length + raw.length
    if (row)
      findings.push({ class: row.class, kind: row.kind, start: start - raw.length, end: start, placeholder })
  })
  return { text: out, findings, placeholders }
}
