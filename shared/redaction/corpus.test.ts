import { describe, expect, it } from 'vitest'
import fresh from './corpus/blind-fresh.json' with { type: 'json' }
import heldOut from './corpus/blind-held-out.json' with { type: 'json' }
import second from './corpus/blind-second.json' with { type: 'json' }
import blind from './corpus/blind-tuned.json' with { type: 'json' }
import leaveAlone from './corpus/leave-alone.json' with { type: 'json' }
import passwords from './corpus/passwords.json' with { type: 'json' }
import { readLine } from './corpus/read-line.ts'
import structured from './corpus/structured.json' with { type: 'json' }
import tokensAndKeys from './corpus/tokens-and-keys.json' with { type: 'json' }
import unseen from './corpus/unseen.json' with { type: 'json' }
import { redact } from './redact.ts'

/** Recall and precision over labelled lines, and the lines that went wrong, as they came out. */
const measure = (lines: readonly string[]) => {
  let hit = 0
  let missed = 0
  let wrong = 0
  const misses: string[] = []
  for (const raw of lines) {
    const { text, wanted } = readLine(raw)
    const { findings, text: out } = redact(text)
    const covered = wanted.filter(({ start, end }) =>
      findings.some((found) => found.start <= start && found.end >= end),
    )
    const stray = findings.filter(
      (found) => !wanted.some(({ start, end }) => found.start < end && found.end > start),
    )
    hit += covered.length
    missed += wanted.length - covered.length
    wrong += stray.length
    if (covered.length < wanted.length || stray.length > 0) misses.push(`${raw}\n  -> ${out}`)
  }
  return {
    recall: hit / (hit + missed || 1),
    precision: hit / (hit + wrong || 1),
    wrong,
    misses: misses.join('\n'),
  }
}

const sets = {
  'lines the recognisers were made with': { structured, tokensAndKeys, passwords, leaveAlone },
  'lines written without looking at the recognisers': unseen,
}

describe.each(Object.entries(sets))('redaction of service desk lines: %s', (_name, set) => {
  it('finds addresses, phone numbers, cards and account numbers: recall 0.99, precision 0.97', () => {
    const { recall, precision, misses } = measure(set.structured)
    expect(recall, misses).toBeGreaterThanOrEqual(0.99)
    expect(precision, misses).toBeGreaterThanOrEqual(0.97)
  })

  it('finds tokens and keys: recall 0.95, precision 0.90', () => {
    const { recall, precision, misses } = measure(set.tokensAndKeys)
    expect(recall, misses).toBeGreaterThanOrEqual(0.95)
    expect(precision, misses).toBeGreaterThanOrEqual(0.9)
  })

  it('finds passwords in prose and commands: recall 0.90, precision 0.85', () => {
    const { recall, precision, misses } = measure(set.passwords)
    expect(recall, misses).toBeGreaterThanOrEqual(0.9)
    expect(precision, misses).toBeGreaterThanOrEqual(0.85)
  })

  it('leaves codes, ids, versions, paths and everyday talk alone in 98 lines of 100', () => {
    const { wrong, misses } = measure(set.leaveAlone)
    expect(wrong / set.leaveAlone.length, misses).toBeLessThanOrEqual(0.02)
  })

  it('has at least 200 lines', () => {
    expect(Object.values(set).flat().length).toBeGreaterThanOrEqual(200)
  })
})

/** Lines written before a round of tuning: all but the last were looked at while tuning, that one was only measured. */
describe.each([
  { name: 'looked at', set: blind, tokens: 0.95, passwords: 0.9, stray: 0.02 },
  { name: 'looked at later', set: heldOut, tokens: 0.92, passwords: 0.93, stray: 0.02 },
  { name: 'looked at last', set: fresh, tokens: 0.97, passwords: 0.84, stray: 0.01 },
  { name: 'held out', set: second, tokens: 0.92, passwords: 0.85, stray: 0.01 },
])('redaction of lines written beforehand, $name', ({ set, tokens: least, passwords, stray }) => {
  it('finds what is structured, tokens and keys, and passwords', () => {
    const structured = measure(set.structured)
    expect(structured.recall, structured.misses).toBeGreaterThanOrEqual(0.93)
    expect(structured.precision, structured.misses).toBeGreaterThanOrEqual(0.97)
    const tokens = measure(set.tokensAndKeys)
    expect(tokens.recall, tokens.misses).toBeGreaterThanOrEqual(least)
    expect(tokens.precision, tokens.misses).toBeGreaterThanOrEqual(0.97)
    const prose = measure(set.passwords)
    expect(prose.recall, prose.misses).toBeGreaterThanOrEqual(passwords)
    expect(prose.precision, prose.misses).toBeGreaterThanOrEqual(0.97)
  })

  it('leaves other lines alone', () => {
    const { wrong, misses } = measure(set.leaveAlone)
    expect(wrong / set.leaveAlone.length, misses).toBeLessThanOrEqual(stray)
  })
})
