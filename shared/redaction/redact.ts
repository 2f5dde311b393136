import { type Found, findValues, matchesOf } from './find-values.ts'
import { numbering, type Placeholders, tagPattern } from './placeholders.ts'
import { plainText, unseen } from './plain-text.ts'
import { type Destination, isReplaced } from './policy.ts'
import { identifying, MARK, type RedactionClass, secret } from './recogniser.ts'
import { recognisers } from './recognisers.ts'
import { termExpression } from './terms.ts'

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

/** Placeholders that stood in the text already. */
const kept = secret('placeholder', tagPattern)

/** The text with something else in place of each stretch; stretches are in order and do not overlap. */
const replace = (text: string, spans: readonly Found[], by: (span: Found) => string): string => {
  let from = 0
  return (
    spans
      .map((span) => {
        const before = text.slice(from, span.start)
        from = span.end
        return before + by(span)
      })
      .join('') + text.slice(from)
  )
}

/** Moves values found in the text with stand-ins of one width to their place in the text without. */
const moveBack = (found: readonly Found[], spans: readonly Found[], width: number): Found[] => {
  let index = 0
  let shift = 0
  const placeOf = (at: number): number => {
    for (let span = spans[index]; span && span.start <= at + shift - width; span = spans[++index])
      shift += span.end - span.start - width
    return at + shift
  }
  return found.map(({ row, start, end }) => ({ row, start: placeOf(start), end: placeOf(end) }))
}

/**
 * Replaces secrets by `[SECRET]` and, where the policy's destination asks for it (or without a policy),
 * identifying values by numbered placeholders such as `[IP-1]`. Total: any string is accepted. Placeholders in
 * the text stay, so redacting twice changes nothing. Findings hold offsets in the given text, never a value.
 */
export const redact = (text: string, policy?: RedactionPolicy): Redacted => {
  const rows = [...recognisers, identifying('term', termExpression(policy?.terms ?? []))].filter((row) =>
    isReplaced(row.class, policy?.destination),
  )
  const gaps = matchesOf(secret('', unseen), text)
  const bare = plainText(text.replace(unseen, ''))
  let spans = matchesOf(kept, bare)
  // Each replacement may bring another value to light; no text of people needs more rounds than this.
  for (let round = 0; round < 12; round++) {
    const found = findValues(
      replace(bare, spans, () => MARK),
      rows,
    )
    if (!found.length) break
    spans = [...spans, ...moveBack(found, spans, 1)].sort((a, b) => a.start - b.start)
  }
  const placeholders = { ...policy?.placeholders }
  const tagFor = numbering(placeholders, text)
  const findings: Finding[] = []
  const out = replace(text, moveBack(spans, gaps, 0), ({ row, start, end }) => {
    const raw = text.slice(start, end)
    if (row === kept) return raw
    const placeholder = row.class === 'secret' ? '[SECRET]' : tagFor(row.kind.toUpperCase(), raw)
    findings.push({ class: row.class, kind: row.kind, start, end, placeholder })
    return placeholder
  })
  return { text: out, findings, placeholders }
}
