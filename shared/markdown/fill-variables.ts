/** The value of a variable by its full name; undefined where it has none. */
export type Values = (name: string) => string | undefined

/** A piece of a filled text: words, or the name of a variable without a value. */
export type Piece = string | { missing: string }

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/

/** A plain text with every `{{name}}` replaced by its value, in pieces. Values are plain text whatever they look like. */
export function fillRun(text: string, values: Values): Piece[] {
  // Splitting by a group puts what the group caught at every second place.
  return text.split(PLACEHOLDER).flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [values(part) ?? { missing: part }]
    return part ? [part] : []
  })
}

/** The same as one text, and the names that had no value and stay as `{{name}}`. */
export function fillText(text: string, values: Values): { text: string; missing: string[] } {
  const pieces = fillRun(text, values)
  return {
    text: pieces.map((piece) => (typeof piece === 'string' ? piece : `{{${piece.missing}}}`)).join(''),
    missing: pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.missing])),
  }
}
