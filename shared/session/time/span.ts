/** A stretch of time in milliseconds since 1970; `from` is before `to`. */
export interface Span {
  from: number
  to: number
}

/** What is left of a span once others, in any order, are cut out of it. */
export function without(span: Span, others: Span[]): Span[] {
  let rest = [span]
  for (const other of others) {
    rest = rest.flatMap((piece) => {
      if (other.to <= piece.from || other.from >= piece.to) return [piece]
      const before = { from: piece.from, to: other.from }
      const after = { from: other.to, to: piece.to }
      return [before, after].filter(({ from, to }) => from < to)
    })
  }
  return rest
}

/** The length of spans together, in milliseconds. */
export function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0)
}
