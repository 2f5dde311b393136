/** Secrets are replaced everywhere; identifying values only where the policy says so. */
export type RedactionClass = 'secret' | 'identifying'

/** Start and end offsets of a value, end exclusive. */
export type Span = readonly [start: number, end: number]

/**
 * Judges a candidate value between the 60 characters before it and the 1200 after it: yes, no, or the value's
 * true place, counted from the candidate's end.
 */
export type Check = (value: string, lead: string, tail: string) => boolean | Span | undefined

/**
 * One row of the recogniser table. The value is the group of that name, which then ends the match; without one it
 * is the whole match, with the group `before` in front of it: an expression that starts at a rare sign and looks
 * back from there is many times faster than one that tries every letter. Other groups only group. A row's priority
 * is its place in the table: where two find the same stretch, the earlier one names the kind.
 */
export type Recogniser = {
  readonly class: RedactionClass
  readonly kind: string
  /** Global; quantifiers are bounded, or start at a boundary that their own run cannot contain. */
  readonly expression: RegExp
  readonly check: Check
}

/** A row for a secret. */
export const secret = (kind: string, expression: RegExp, check: Check = () => true): Recogniser => ({
  class: 'secret',
  kind,
  expression,
  check,
})

/** A row for an identifying value. */
export const identifying = (kind: string, expression: RegExp, check?: Check): Recogniser => ({
  ...secret(kind, expression, check),
  class: 'identifying',
})

/** Stands for one placeholder while recognisers look at a text: the delete character, which nobody types. */
export const MARK = '\x7F'
