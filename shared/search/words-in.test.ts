import { describe, expect, it } from 'vitest'
import { wordsIn } from './words-in.ts'

const terms = (text: string) => wordsIn(text).map(({ term }) => term)

describe('the words of a text', () => {
  it('keep how they were written beside what they are looked up by', () => {
    expect(wordsIn('Printers, printing!')).toEqual([
      { written: 'Printers', term: 'print' },
      { written: 'printing', term: 'print' },
    ])
  })

  it('leave codes, addresses and device names whole', () => {
    expect(terms('0x800CCC0E KB5034441 10.4.8.21')).toEqual(['0x800ccc0e', 'kb5034441', '10.4.8.21'])
    expect(terms('srv-mail01')).toEqual(['srv-mail01', 'srv'])
  })

  it('take a word with a hyphen as one word and as its parts', () => {
    expect(terms('Wi-Fi')).toEqual(['wifi', 'wi', 'fi'])
    expect(terms('E-Mail')).toEqual(terms('email'))
  })

  it('fold accents, sharp s and apostrophes', () => {
    expect(terms('VERROUILLÉ')).toEqual(terms('verrouille'))
    expect(terms('größe')).toEqual(terms('GROSSE'))
    expect(terms('l’imprimante')).toEqual(terms('imprimante'))
    expect(terms('user’s')).toEqual(terms('user'))
    expect(terms("can't")).toEqual(terms('cannot'))
  })

  it('meet where people write the same differently', () => {
    for (const [one, other] of [
      ['lockouts', 'lock-out'],
      ['logon', 'login'],
      ['Kennwort', 'password'],
      ['emails', 'mail'],
    ] as const)
      expect(terms(other)).toContain(terms(one)[0])
  })

  it('do not count short numbers, nor what is longer than a word', () => {
    expect(terms(`12 345 ${'x'.repeat(65)}`)).toEqual([])
    expect(terms('4740')).toEqual(['4740'])
  })
})
