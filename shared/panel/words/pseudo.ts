/** Marks every text of a catalogue, so that text that did not come from it stands out: `Post` → `⟦Post⟧`. */
export function pseudo<Catalogue>(catalogue: Catalogue): Catalogue {
  // Every text keeps its place, so the marked catalogue has the shape of the given one.
  return marked(catalogue) as Catalogue
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value === 'function') return (...filled: unknown[]) => `⟦${String(value(...filled))}⟧`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]))
}
