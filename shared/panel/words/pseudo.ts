import type { Words } from './en.ts'

/** Marks every text of a catalogue, so that text that did not come from it stands out: `Post` → `⟦Post⟧`. */
export function pseudo(catalogue: Words): Words {
  return marked(catalogue) as Words
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value === 'function') return (...filled: unknown[]) => `⟦${String(value(...filled))}⟧`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]))
}
