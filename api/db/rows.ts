/** The rows of a raw query: postgres.js answers with an array, the embedded engine with an object that holds one. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
  const rows = Array.isArray(result) ? result : isResult(result) ? result.rows : []
  return rows.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
}

function isResult(result: unknown): result is { rows: unknown[] } {
  return typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows)
}
