import { type Parts, type Passage, passagesOf, tellingWords } from './passages.ts'
import type { Expand } from './vocabulary.ts'
import { isCode, isTelling, weightOf } from './weigh-terms.ts'

/** How much of a document's best symptom a question speaks of, from 0 to 1, in which of its words. */
export interface Presence {
  share: number
  /** Each as it stands in the question, most telling first; one for each word of the symptoms. */
  words: string[]
}

interface Line {
  id: string
  /** What a question must say for the whole of it: the sum of its most telling words. */
  whole: number
  /** How many telling words it takes at least, and how many words in all: with one telling word, all of them. */
  telling: number
  least: number
  terms: Map<string, number>
}

interface Heard {
  written: string
  weight: number
}

type Hearing = Map<string, Heard>
type Found = Map<string, { share: number; words: Hearing }>

const mostCounted = 5

/**
 * Finds symptoms in questions: a symptom is there when most of its telling words stand close together. It looks at
 * the documents whose ids are given.
 */
export function indexSymptoms(
  documents: readonly { id: string; symptoms: readonly string[] }[],
  holdersOf: (term: string) => number,
): (question: Parts, expand: Expand, ids: readonly string[]) => Map<string, Presence> {
  const linesOf = new Map(
    documents.map(({ id, symptoms }) => [
      id,
      symptoms.map((symptom) =>
        toLine(id, symptom, (term) => weightOf(term, holdersOf(term), documents.length)),
      ),
    ]),
  )
  return (question, expand, ids) => {
    const holding = new Map<string, Line[]>()
    for (const line of ids.flatMap((id) => linesOf.get(id) ?? []))
      for (const term of line.terms.keys()) {
        const list = holding.get(term)
        if (list) list.push(line)
        else holding.set(term, [line])
      }
    const head = hear({ words: question.headline, weight: 1 }, expand)
    const found: Found = new Map()
    compare(head, holding, found)
    for (const passage of passagesOf(question)) {
      const said = hear(passage, expand)
      if ([...said.keys()].some((term) => holding.has(term))) compare(louder(head, said), holding, found)
    }
    return new Map([...found].map(([id, { share, words }]) => [id, { share, words: byWeight(words) }]))
  }
}

function toLine(id: string, symptom: string, weigh: (term: string) => number): Line {
  const names = [...new Set(tellingWords(symptom).map(({ term }) => term))]
  const weighed = names.map(weigh)
  const counted = weighed.toSorted((one, other) => other - one).slice(0, mostCounted)
  const whole = counted.reduce((sum, weight) => sum + weight, 0)
  const terms = new Map(names.map((term, at) => [term, isCode(term) ? whole : (weighed[at] ?? 0)]))
  const telling = names.filter(isTelling).length
  return { id, whole, terms, telling: Math.min(2, telling), least: telling > 1 ? 2 : names.length }
}

function compare(said: Hearing, holding: Map<string, Line[]>, found: Found): void {
  const touched = new Map<Line, { sum: number; telling: number; many: number }>()
  for (const [term, { weight }] of said)
    for (const line of holding.get(term) ?? []) {
      let one = touched.get(line)
      if (!one) {
        one = { sum: 0, telling: 0, many: 0 }
        touched.set(line, one)
      }
      const counts = isCode(term) ? 2 : 1
      one.sum += weight * (line.terms.get(term) ?? 0)
      one.many += counts
      if (isTelling(term)) one.telling += counts
    }
  for (const [line, { sum, telling, many }] of touched) {
    if (telling < line.telling || many < line.least || line.whole === 0) continue
    const known = found.get(line.id) ?? { share: 0, words: new Map() }
    const share = Math.max(known.share, Math.min(1, sum / line.whole))
    found.set(line.id, { share, words: louder(known.words, matched(line, said)) })
  }
}

/** What was heard of a line, as heavy as it is there. */
function matched({ terms }: Line, said: Hearing): Hearing {
  const words: Hearing = new Map()
  for (const [term, full] of terms) {
    const heard = said.get(term)
    if (heard) words.set(term, { written: heard.written, weight: heard.weight * full })
  }
  return words
}

function hear({ words, weight }: Passage, expand: Expand): Hearing {
  const terms: Hearing = new Map()
  for (const word of words)
    for (const { term, strength } of expand(word.term))
      if ((terms.get(term)?.weight ?? 0) < weight * strength)
        terms.set(term, { written: word.written, weight: weight * strength })
  return terms
}

/** Both together, of each term what weighs more. */
function louder(one: Hearing, other: Hearing): Hearing {
  const both = new Map(one)
  for (const [term, heard] of other) if (heard.weight > (both.get(term)?.weight ?? 0)) both.set(term, heard)
  return both
}

/** The words of what was heard, heaviest first; words common to all tickets only where there is little else. */
function byWeight(heard: Hearing): string[] {
  const sorted = [...heard].sort(([, one], [, other]) => other.weight - one.weight)
  const telling = sorted.filter(([term]) => isTelling(term))
  const shown = telling.length > 1 ? telling : sorted.filter(([term]) => term !== 'not')
  const seen = new Set<string>()
  return shown.flatMap(([, { written }]) => {
    const key = written.toLowerCase()
    if (seen.has(key)) return []
    seen.add(key)
    return [written]
  })
}
