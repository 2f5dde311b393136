/** Marks every text of a catalogue, so that text that did not come from it stands out: `Post` → `⟦Post⟧`. */
export function pseudo<Catalogue extends object>(catalogue: Catalogue): Catalogue {
  return new Proxy(catalogue, { get: (from, name) => marked(Reflect.get(from, name)) })
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value === 'function') return (...filled: unknown[]) => `⟦${String(value(...filled))}⟧`
  return typeof value === 'object' && value !== null ? pseudo(value) : value
}
