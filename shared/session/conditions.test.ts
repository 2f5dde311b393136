import { describe, expect, it } from 'vitest'
import type { Condition } from '../flow/flow.ts'
import { holds, numberIn } from './conditions.ts'
import { on, run, slow } from './testing/run.ts'
import { lookupIn, variablesOf } from './variables.ts'

const values: Record<string, string> = { 'input.ping': '12,5 ms', 'company.name': ' Hill & Partner ' }
const test = (variable: string, name: Condition['test'], value?: string) =>
  holds({ variable, test: name, ...(value !== undefined && { value }) }, (key) => values[key])

describe('a condition', () => {
  it.each<[string, Condition['test'], string | undefined, boolean]>([
    ['company.name', 'equals', 'hill & partner', true],
    ['company.name', 'equals', 'Hill', false],
    ['company.name', 'differs', 'Hill', true],
    ['company.name', 'contains', 'PART', true],
    ['company.name', 'contains', 'x', false],
    ['input.ping', 'above', '12', true],
    ['input.ping', 'above', '12.5', false],
    ['input.ping', 'below', '13', true],
    ['company.name', 'above', '1', false],
    ['input.ping', 'present', undefined, true],
    ['input.ping', 'missing', undefined, false],
    ['input.gone', 'missing', undefined, true],
    ['input.gone', 'present', undefined, false],
    ['input.gone', 'equals', '', false],
    ['input.gone', 'differs', 'x', false],
    ['input.gone', 'below', '5', false],
  ])('%s %s %s is %s', (variable, name, value, expected) => {
    expect(test(variable, name, value)).toBe(expected)
  })
})

describe('numberIn', () => {
  it('reads the number a text begins with', () => {
    expect([numberIn(' -3 dB'), numberIn('1,5'), numberIn('1.5'), numberIn('10.0.19045')]).toEqual([
      -3, 1.5, 1.5, 10,
    ])
    expect(numberIn('none')).toBeNaN()
  })
})

describe('variables', () => {
  it('come from the ticket, its facts and captured inputs', () => {
    const session = run(on, slow)
    expect(variablesOf(session)).toEqual({
      'ticket.number': '4711',
      'ticket.summary': 'Printer offline',
      'company.name': 'Hill & Partner',
      'configuration.name': 'PRN-01',
      'contact.name': 'Kim',
      'input.ping': '900',
    })
    const lookup = lookupIn(session)
    for (const [name, value] of Object.entries(variablesOf(session))) expect(lookup(name)).toBe(value)
    expect([lookup('input.other'), lookup('constructor'), lookup('input.constructor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
