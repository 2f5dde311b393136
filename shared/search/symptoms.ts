import { type Passage, passagesOf, type Question, tellingWords } from './passages.ts'
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
}

interface Heard {
  written: string
  weight: number
}

type Hearing = Map<string, Heard>

const mostCounted = 5

/** Finds symptoms in questions: a symptom is there when most of its telling words stand close together. */
export function indexSymptoms(
  documents: readonly { id: string; symptoms: readonly string[] }[],
  holdersOf: (term: string) => number,
): (question: Question, expand: Expand) => Map<string, Presence> {
  const lines: Line[] = []
  const holding = new Map<string, { line: number; weight: number }[]>()
  for (const { id, symptoms } of documents)
    for (const symptom of symptoms) {
      const terms = [...new Set(tellingWords(symptom).map(({ term }) => term))]
      const weighed = terms.map((term) => weightOf(term, holdersOf(term), documents.length))
      const counted = weighed.toSorted((one, other) => other - one).slice(0, mostCounted)
      const whole = counted.reduce((sum, weight) => sum + weight, 0)
      for (const [index, term] of terms.entries()) {
        const one = { line: lines.length, weight: isCode(term) ? whole : (weighed[index] ?? 0) }
        const list = holding.get(term)
        if (list) list.push(one)
        else holding.set(term, [one])
      }
      const telling = terms.filter(isTelling).length
      lines.push({ id, whole, telling: Math.min(2, telling), least: telling > 1 ? 2 : terms.length })
    }

  return (question, expand) => {
    const { headline, passages } = passagesOf(question)
    const head = hear({ words: headline, weight: 1 }, expand)
    const found = new Map<string, { share: number; words: Hearing }>()
    compare(head, found)
    for (const passage of passages) compare(louder(head, hear(passage, expand)), found)
    return new Map([...found].map(([id, { share, words }]) => [id, { share, words: byWeight(words) }]))
  }

  function compare(said: Hearing, found: Map<string, { share: number; words: Hearing }>): void {
    const touched = new Map<number, { sum: number; telling: number; many: number; words: Hearing }>()
    for (const [term, { written, weight }] of said)
      for (const { line, weight: full } of holding.get(term) ?? []) {
        const one = touched.get(line) ?? { sum: 0, telling: 0, many: 0, words: new Map() }
        const counts = isCode(term) ? 2 : 1
        one.sum += weight * full
        one.many += counts
        if (isTelling(term)) one.telling += counts
        one.words.set(term, { written, weight: weight * full })
        touched.set(line, one)
      }
    for (const [index, { sum, telling, many, words }] of touched) {
      const line = lines[index]
      if (!line || telling < line.telling || many < line.least || line.whole === 0) continue
      const known = found.get(line.id)
      const share = Math.max(known?.share ?? 0, Math.min(1, sum / line.whole))
      found.set(line.id, { share, words: louder(known?.words ?? new Map(), words) })
    }
  }
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
