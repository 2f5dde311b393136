import { badCondition } from '../world/refusal.ts'
import { type Token, tokenize } from './tokenize.ts'

export type Literal =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'null' }

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'like' | 'in'

interface Joined {
  kind: 'and' | 'or'
  parts: Condition[]
}

/** A condition as a tree. */
export type Condition = Joined | Test

/** One comparison of a field, or of a part of a reference, with a value. */
export interface Test {
  kind: 'test'
  path: string[]
  operator: Operator
  negated: boolean
  values: Literal[]
}

/** Reads a `conditions` text. Throws ConnectWise's 400 where it is malformed. */
export function parseCondition(source: string): Condition {
  const reader = new Reader(tokenize(source))
  const condition = reader.either()
  reader.end()
  return condition
}

class Reader {
  private readonly tokens: Token[]
  private at = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  end(): void {
    if (this.at < this.tokens.length) throw badCondition(`Unexpected ${this.describe()}.`)
  }

  either(): Condition {
    return this.joined('or', () => this.joined('and', () => this.single()))
  }

  private joined(word: 'and' | 'or', part: () => Condition): Condition {
    const first = part()
    const parts = [first]
    while (this.takeWord(word)) parts.push(part())
    return parts.length === 1 ? first : { kind: word, parts }
  }

  private single(): Condition {
    if (this.take('(')) {
      const inside = this.either()
      this.need(')')
      return inside
    }
    const name = this.tokens[this.at]
    if (name?.kind !== 'name') throw badCondition(`Expected a field name, found ${this.describe()}.`)
    this.at += 1
    const negated = this.takeWord('not')
    return { kind: 'test', path: name.text.split('/'), negated, ...this.comparison(negated) }
  }

  private comparison(negated: boolean): { operator: Operator; values: Literal[] } {
    if (this.takeWord('contains')) return { operator: 'contains', values: [this.literal()] }
    if (this.takeWord('like')) return { operator: 'like', values: [this.literal()] }
    if (this.takeWord('in')) return { operator: 'in', values: this.list() }
    const token = this.tokens[this.at]
    if (negated || token?.kind !== 'operator' || !isOperator(token.text))
      throw badCondition(`Expected an operator, found ${this.describe()}.`)
    this.at += 1
    return { operator: token.text, values: [this.literal()] }
  }

  private list(): Literal[] {
    this.need('(')
    const values = [this.literal()]
    while (this.take(',')) values.push(this.literal())
    this.need(')')
    return values
  }

  private literal(): Literal {
    const token = this.tokens[this.at]
    this.at += 1
    if (token?.kind === 'string') return { kind: 'string', value: token.text }
    if (token?.kind === 'number') return { kind: 'number', value: token.value }
    if (token?.kind === 'date') return { kind: 'date', value: readDate(token.text) }
    if (token?.kind === 'name') {
      const word = token.text.toLowerCase()
      if (word === 'null') return { kind: 'null' }
      if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
    }
    this.at -= 1
    throw badCondition(`Expected a value, found ${this.describe()}.`)
  }

  private take(kind: Token['kind']): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false
    this.at += 1
    return true
  }

  private need(kind: '(' | ')'): void {
    if (!this.take(kind)) throw badCondition(`Expected '${kind}', found ${this.describe()}.`)
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'name' || token.text.toLowerCase() !== word) return false
    this.at += 1
    return true
  }

  private describe(): string {
    const token = this.tokens[this.at]
    if (!token) return 'the end of the condition'
    return 'text' in token ? `'${token.text}'` : 'value' in token ? String(token.value) : `'${token.kind}'`
  }
}

function isOperator(text: string): text is Operator {
  return ['=', '!=', '<', '<=', '>', '>='].includes(text)
}

function readDate(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?$/.test(text)
    ? Date.parse(asUtc(text))
    : Number.NaN
  if (Number.isNaN(time)) throw badCondition(`[${text}] is not a date and time.`)
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function asUtc(text: string): string {
  return text.endsWith('Z') || !text.includes('T') ? text : `${text}Z`
}
