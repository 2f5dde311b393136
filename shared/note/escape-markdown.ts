/**
 * Escapes one line of text for Markdown, so that no part of it becomes a heading, list, emphasis, code, link,
 * image, HTML, table or rule, wherever the line is put. Backslashes before letters, as in paths, stay single.
 * Expects a text without line ends. CommonMark 0.31, sections 2.4, 2.5, 4, 5 and 6; tables and strikethrough of GFM.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[`*_[\]~|]/g, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#|[a-z][a-z0-9]*;)/gi, '\\&')
    .replace(/^(\s*)([#>+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}

/** A fenced block around output: the fence is longer than any run of backticks within. */
export function fence(output: string): string {
  const runs = output.match(/`+/g) ?? []
  const ticks = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length + 1), 3))
  return `${ticks}\n${output}\n${ticks}`
}
