import { badCondition } from '../world/refusal.ts'

/** One piece of a condition text. */
export type Token =
  | { kind: 'name'; text: string }
  | { kind: 'operator'; text: string }
  | { kind: 'string' | 'date'; text: string }
  | { kind: 'number'; value: number }
  | { kind: '(' | ')' | ',' }

const pattern =
  /\s+|(?<string>"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|(?<date>\[[^\]]*\])|(?<number>-?\d+(?:\.\d+)?(?![\w/]))|(?<operator>!=|<=|>=|=|<|>)|(?<punctuation>[(),])|(?<name>[A-Za-z_][\w/]*)/y

/** Cuts a condition into tokens. Throws the 400 of ConnectWise on a character that starts none. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (!match) throw badCondition(`Unexpected character '${source[at]}' at position ${at}.`)
    at = pattern.lastIndex
    const token = tokenOf(match.groups ?? {})
    if (token) tokens.push(token)
  }
  return tokens
}

function tokenOf(groups: Record<string, string | undefined>): Token | undefined {
  if (groups.string !== undefined) return { kind: 'string', text: unquote(groups.string) }
  if (groups.date !== undefined) return { kind: 'date', text: groups.date.slice(1, -1).trim() }
  if (groups.number !== undefined) return { kind: 'number', value: Number(groups.number) }
  if (groups.operator !== undefined) return { kind: 'operator', text: groups.operator }
  if (groups.name !== undefined) return { kind: 'name', text: groups.name }
  const mark = groups.punctuation
  return mark === '(' || mark === ')' || mark === ',' ? { kind: mark } : undefined
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, escaped: string) => (/[nr]/.test(escaped) ? ' ' : escaped))
}
