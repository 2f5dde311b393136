import { describe, expect, it } from 'vitest'
import { fillRun, fillText } from './fill-variables.ts'

const values = (name: string) =>
  ({
    'company.name': '**Hill** & [Co](https://example.com)',
    'input.ping': '3',
    'input.again': '{{input.ping}}',
  })[name]

describe('fillRun', () => {
  it('fills in each value, whatever blanks stand around its name', () => {
    expect(fillRun('Took {{input.ping}} ms, {{ input.ping }}', values).join('')).toBe('Took 3 ms, 3')
    expect(fillRun('', values)).toEqual([])
  })

  it('gives values as they are, never as another variable', () => {
    expect(fillRun('{{company.name}}', values)).toEqual(['**Hill** & [Co](https://example.com)'])
    expect(fillRun('{{input.again}}', values)).toEqual(['{{input.ping}}'])
  })

  it('names what is missing where it is missing', () => {
    expect(fillRun('for {{contact.name}}!', values)).toEqual(['for ', { missing: 'contact.name' }, '!'])
  })

  it('leaves alone what is no variable', () => {
    expect(fillRun('{{}} {{a b}} {x}', values)).toEqual(['{{}} {{a b}} {x}'])
  })
})

describe('fillText', () => {
  it('fills a plain text and names what is missing', () => {
    expect(fillText('{{input.ping}} of {{ input.gone }}', values)).toEqual({
      text: '3 of {{input.gone}}',
      missing: ['input.gone'],
    })
  })
})
