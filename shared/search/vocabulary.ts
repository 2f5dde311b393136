import { isExact } from './words-in.ts'

/** A known term that a looked-up one may stand for; `strength` from 0 to 1 is how sure that is. */
export interface Match {
  term: string
  strength: number
}

/** The terms of an index, asked by terms as people write them. */
export interface Vocabulary {
  /** The term itself, or else one it is a compound of or one slip away from; empty where nothing comes near. */
  expand(term: string): Match[]
  /** Terms that begin with what was typed so far, or that the typed word only adds an ending to. */
  startingWith(typed: string): Match[]
}

const shortestSlip = 5
const shortestPart = 5
const shortestRest = 3
const longestGuess = 40

export type Expand = Vocabulary['expand']

/** The same, each term looked up once: for the length of one question. */
export function remembering(expand: Expand): Expand {
  const known = new Map<string, Match[]>()
  return (term) => {
    const found = known.get(term) ?? expand(term)
    known.set(term, found)
    return found
  }
}

/** A vocabulary over some terms. Looking up takes time by the length of the word, not by the number of terms. */
export function createVocabulary(terms: Iterable<string>): Vocabulary {
  const known = new Set(terms)
  const near = new Map<string, string[]>()
  for (const term of known) {
    if (isExact(term) || term.length < shortestSlip || term.length > longestGuess) continue
    for (const key of [term, ...shortened(term)]) {
      const list = near.get(key)
      if (list) list.push(term)
      else near.set(key, [term])
    }
  }
  const sorted = [...known].sort()

  return {
    expand(term) {
      if (known.has(term)) return [{ term, strength: 1 }]
      if (isExact(term) || term.length < shortestSlip || term.length > longestGuess) return []
      const slips = new Set([term, ...shortened(term)].flatMap((key) => near.get(key) ?? []))
      const close = [...slips].filter((other) => isOneSlip(term, other)).sort()
      if (close.length > 0) return close.slice(0, 3).map((other) => ({ term: other, strength: 0.8 }))
      return partsOf(term, known).map((part) => ({ term: part, strength: 0.8 }))
    },
    startingWith(typed) {
      const matches: Match[] = []
      for (let at = firstFrom(sorted, typed); sorted[at]?.startsWith(typed); at++) {
        const term = sorted[at] ?? ''
        matches.push({ term, strength: typed.length / term.length })
      }
      for (let cut = 1; cut <= 3 && typed.length - cut >= 3; cut++) {
        const term = typed.slice(0, -cut)
        if (known.has(term)) matches.push({ term, strength: 0.9 })
      }
      return matches
    },
  }
}

/** The word with each letter left out in turn. */
function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** One letter missing, too many or swapped with its neighbour; in long words also one that is another. */
function isOneSlip(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  if (a.length !== b.length) {
    if (Math.abs(a.length - b.length) !== 1) return false
    const [longer, shorter] = a.length > b.length ? [a, b] : [b, a]
    return longer.slice(at + 1) === shorter.slice(at)
  }
  if (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)) return true
  return a.length >= 8 && a.slice(at + 1) === b.slice(at + 1)
}

/** Known terms that a compound begins or ends with: "netzwerkdrucker" ends with "drucker". */
function partsOf(word: string, known: ReadonlySet<string>): string[] {
  const parts: string[] = []
  for (let length = word.length - shortestRest; length >= shortestPart; length--) {
    const head = word.slice(0, length)
    const tail = word.slice(-length)
    if (known.has(head)) parts.push(head)
    if (known.has(tail)) parts.push(tail)
    if (parts.length > 0) return parts
  }
  return parts
}

/** The first place in a sorted list that is not before a text. */
function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
