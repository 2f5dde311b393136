/**
 * An expression for the team's terms as whole words, whatever their case or Unicode composition; longer terms
 * first. Without terms it matches nothing.
 */
export const termExpression = (terms: readonly string[]): RegExp => {
  const words = terms
    .filter((term) => term.trim())
    .sort((a, b) => b.length - a.length)
    .flatMap((term) => [term.normalize(), term.normalize('NFD')])
    .map((term) =>
      term
        .trim()
        .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
        .replace(/\s+/g, '\\s{1,8}'),
    )
    .join('|')
  return new RegExp(
    words ? `(?<![\\p{L}\\p{N}\\p{M}_])(?:${words})(?![\\p{L}\\p{N}\\p{M}_])` : '^(?!)',
    'giu',
  )
}
