import { checkShape } from '../schemas/check-shape.ts'
import { endpoints } from './endpoints.ts'

const patterns = endpoints.map(({ path, method, schema }) => ({
  method,
  schema,
  isExact: !path.includes('{'),
  pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}))

/**
 * Compares a JSON answer with the schema that the table of endpoints names for it; errors other than 429 with that of
 * errors. Answers the departures. Throws for what the table does not know, so that no answer goes unchecked.
 */
export function checkAnswer(method: string, path: string, status: number, body: unknown): string[] {
  if (status === 429) return []
  if (status >= 400) return checkShape('ErrorResponseMessage', body)
  const fitting = patterns.filter((known) => known.method === method && known.pattern.test(path))
  const schema = (fitting.find((known) => known.isExact) ?? fitting[0])?.schema
  if (!schema) throw new Error(`No schema is known for the answers of ${method} ${path}`)
  return Array.isArray(body) ? body.flatMap((record) => checkShape(schema, record)) : checkShape(schema, body)
}
