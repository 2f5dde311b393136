/**
 * The notation of the schema files, one field a line: a type, then `?` where null is allowed and `!` where a
 * new record must carry the field.
 *
 * Types: `integer`, `number`, `boolean`, `string`, `string(50)` (longest length), `datetime`, `enum(A|B)`,
 * `info` (string map), `any`, the name of another schema, and `[…]` for a list of any of these.
 */
export interface Field {
  type: 'integer' | 'number' | 'boolean' | 'string' | 'datetime' | 'enum' | 'info' | 'any' | 'object' | 'list'
  nullable: boolean
  required: boolean
  /** Longest string, in UTF-16 units. */
  maxLength?: number
  /** The members of an enum. */
  values?: string[]
  /** The schema of an `object`. */
  schema?: string
  /** What a list holds. */
  item?: Field
}

const scalars = new Set(['integer', 'number', 'boolean', 'string', 'datetime', 'info', 'any'])

/** Reads one notation such as `string(50)!` into a field. Throws on an empty notation. */
export function parseField(notation: string): Field {
  const match = /^(\[.+\]|\w+(?:\([^)]*\))?)(\??)(!?)$/.exec(notation)
  const core = match?.[1]
  if (!match || !core) throw new Error(`Unreadable field notation: ${notation}`)
  const base = { nullable: match[2] === '?', required: match[3] === '!' }
  if (core.startsWith('[')) return { ...base, type: 'list', item: parseField(core.slice(1, -1)) }
  const [name = '', rest] = core.split('(')
  const inside = rest?.slice(0, -1)
  if (name === 'enum' && inside) return { ...base, type: 'enum', values: inside.split('|') }
  if (name === 'string' && inside) return { ...base, type: 'string', maxLength: Number(inside) }
  if (isScalar(name)) return { ...base, type: name }
  return { ...base, type: 'object', schema: name }
}

function isScalar(
  name: string,
): name is 'integer' | 'number' | 'boolean' | 'string' | 'datetime' | 'info' | 'any' {
  return scalars.has(name)
}
