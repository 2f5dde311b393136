import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '#shared/panel/words/en.ts'
import { enLater } from '#shared/panel/words/en-later.ts'
import { unusedWords } from './unused-words.ts'

const files = globSync('{shared,psa-pod}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.|\/(words|testing)\//.test(file),
)
const sources = files.map((file) => readFileSync(file, 'utf8'))

describe('the words of the panel', () => {
  it('are all used', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(unusedWords(en, sources)).toEqual([])
    expect(unusedWords(enLater, sources)).toEqual([])
  })

  it('would be named if one were not', () => {
    const catalogue = {
      run: { done: 'Done', end: 'End', risk: { low: 'Low', high: 'High' } },
      pick: { done: 'x' },
    }
    expect(unusedWords(catalogue, ['const t = words.value.run\nt.done(1)'])).toEqual([
      'run.end',
      'run.risk.low',
      'run.risk.high',
      'pick.done',
    ])
    expect(
      unusedWords(catalogue, ["const t = words.value\nt.run.risk[step.risk]; const all = ['low']"]),
    ).toEqual(['run.done', 'run.end', 'run.risk.high', 'pick.done'])
    expect(
      unusedWords(catalogue, [
        'const { pick, run } = allWords.value\npick.done + run.end; show(words.value.run.risk, low, high)',
      ]),
    ).toEqual(['run.done'])
  })
})
