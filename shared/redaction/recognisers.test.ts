import { describe, expect, it } from 'vitest'
import { matchesOf } from './find-values.ts'
import { recognisers } from './recognisers.ts'

/** The quantifiers of an expression without an upper bound. */
const unbounded = (source: string): string[] =>
  source
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .match(/[*+]|\{\d+,\}/g) ?? []

describe('recogniser table', () => {
  it('holds global expressions only', () => {
    for (const { expression } of recognisers) expect(expression.flags).toContain('g')
  })

  it.each(recognisers.map(({ kind, expression }) => [kind, expression.source] as const))(
    'bounds every quantifier of %s: %s',
    (_kind, source) => {
      expect(unbounded(source)).toEqual([])
    },
  )

  it('would notice an unbounded quantifier', () => {
    expect(unbounded('(?:\\w+)x{2,}[*]')).toEqual(['+', '{2,}'])
  })

  it('is not lost in long runs and near misses', () => {
    const heads = [
      '',
      'call ',
      'backup codes: ',
      'key ',
      'pw ',
      'net user ',
      'a@',
      '-----BEGIN PRIVATE KEY-----',
      '+',
    ]
    const runs = [
      '1',
      'a',
      'A',
      'a1',
      '1a',
      '1-',
      '1 ',
      '1.',
      'a.',
      'a-',
      '-',
      ' ',
      ':',
      'a:',
      '=',
      '"',
      '(',
      'A1-',
      '\n',
      'aaaa1111',
    ]
    for (const row of recognisers)
      for (const head of heads)
        for (const run of runs) expect(matchesOf(row, `${head}${run.repeat(300)}!x`)).toBeInstanceOf(Array)
  })

  it('answers for single characters, near misses and nothing at all', () => {
    for (const row of recognisers)
      for (const text of [
        '',
        ':',
        '@',
        '-----BEGIN RSA PRIVATE KEY-----',
        'password',
        'password:',
        'creds',
        '1'.repeat(99),
      ])
        expect(matchesOf(row, text).every(({ start, end }) => start >= 0 && end <= text.length)).toBe(true)
  })
})
