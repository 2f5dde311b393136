import { describe, expect, it } from 'vitest'
import { cutText, readTextFile, storable } from './read-file.ts'

const file = (...bytes: number[]) => new Blob([new Uint8Array(bytes)])
const utf16 = (text: string, little: boolean) =>
  [...text].flatMap((char) => {
    const [high, low] = [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff]
    return little ? [low, high] : [high, low]
  })

describe('a dropped file', () => {
  it('is read by the mark at its beginning', async () => {
    const text = { text: 'Fejl på drev', cut: false }
    expect(await readTextFile(file(0xff, 0xfe, ...utf16('Fejl på drev', true)), 99)).toEqual(text)
    expect(await readTextFile(file(0xfe, 0xff, ...utf16('Fejl på drev', false)), 99)).toEqual(text)
    expect(
      await readTextFile(file(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Fejl på drev')), 99),
    ).toEqual(text)
    expect(await readTextFile(new Blob(['Fejl på drev']), 99)).toEqual(text)
  })

  it('of Windows is read though nothing in it tells the encoding', async () => {
    const bytes = [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x67, 0x72, 0xfc, 0xdf, 0x74, 0x20, 0x80]
    expect(await readTextFile(file(...bytes), 99)).toEqual({ text: 'Müller grüßt €', cut: false })
  })

  it('stays UTF-8 where a byte of it is damaged, or the reading stops inside a character', async () => {
    const text = 'Fejl på drev Å, prøv igen'
    expect(await readTextFile(file(...new TextEncoder().encode(text), 0xff), 99)).toEqual({
      text: `${text}\ufffd`,
      cut: false,
    })
    const cut = await readTextFile(new Blob([`a${'é'.repeat(20)}`]), 5)
    expect(cut).toEqual({ text: 'aéééé', cut: true })
    expect(await readTextFile(new Blob([`${'a'.repeat(17)}é`]), 5)).toEqual({ text: 'aaaaa', cut: true })
  })

  it('is refused where a Windows text would hold signs that no text has', async () => {
    const noise = Array.from({ length: 400 }, (_, n) => ((n * 89) % 255) + 1)
    expect(await readTextFile(file(...noise), 999)).toEqual({ refused: 'binary' })
    const withNul = [0xfc, ...Array.from({ length: 99 }, () => 0x61), 0]
    const text = `\ufffd${'a'.repeat(99)}`
    expect(await readTextFile(file(...withNul), 999)).toEqual({ text, cut: false })
  })

  it('is refused where it is no text', async () => {
    const image = file(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)
    expect(await readTextFile(image, 99)).toEqual({ refused: 'binary' })
  })

  it('is not read further than what is kept of it', async () => {
    const large = new Blob(['a'.repeat(10_000)])
    const asked: number[] = []
    const slice = large.slice.bind(large)
    large.slice = (from, to) => {
      asked.push(to ?? Infinity)
      return slice(from, to)
    }
    expect(await readTextFile(large, 100)).toEqual({ text: 'a'.repeat(100), cut: true })
    expect(Math.max(...asked)).toBeLessThan(1_000)
  })

  it('loses NUL characters and half pairs', () => {
    expect(storable('a\0b\ud83d')).toBe('ab\ufffd')
  })
})

describe('a text that is cut', () => {
  it('never ends in half a pair', () => {
    expect(cutText('ab😀', 3)).toBe('ab')
    expect(cutText('ab😀', 4)).toBe('ab😀')
    expect(cutText('abc', 2)).toBe('ab')
  })
})
