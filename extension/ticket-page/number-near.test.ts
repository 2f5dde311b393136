import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { numberAt, numberInRow, numberSelected } from './number-near.ts'

function inCell(html: string): Element {
  document.body.innerHTML = html
  const cell = document.querySelector('.here')
  if (!cell) throw new Error('nothing is here')
  return cell
}
const table = (heads: string[], row: string) =>
  `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody><tr>${row}</tr></tbody></table>`

describe('the number of the row under the pointer', () => {
  it('stands in the column headed like a ticket’s number', () => {
    const row = '<td>Acme 99</td><td>26251</td><td><i class="here">Printer</i></td>'
    expect(numberInRow(inCell(table(['Company', 'Ticket #', 'Summary'], row)))).toBe(26251)
    expect(numberInRow(inCell(table(['Company', 'SR', 'Summary'], row)))).toBe(26251)
    expect(numberInRow(inCell(table(['Company', 'Service Ticket No.', 'Summary'], row)))).toBe(26251)
  })

  it('is not guessed without such a heading', () => {
    const row = '<td>Acme</td><td>26251</td><td class="here">Printer</td>'
    expect(numberInRow(inCell(table(['Company', 'ID', 'Summary'], row)))).toBeNull()
    expect(numberInRow(inCell(table([], row)))).toBeNull()
    expect(numberInRow(inCell('<p class="here">26251</p>'))).toBeNull()
  })

  it('is read where headings and rows are tables of their own, as in a grid that scrolls', () => {
    const grid = `<div><div><table><tr><th colspan="2">Company</th><th>Ticket #</th></tr></table></div>
      <div><table><tr><td>Acme</td><td>1</td><td class="here">#26251</td></tr></table></div></div>`
    expect(numberInRow(inCell(grid))).toBe(26251)
  })

  it('is read from rows that are no table', () => {
    const grid = `<div role="grid"><div role="row"><b role="columnheader">Ticket #</b><b role="columnheader">Summary</b></div>
      <div role="row"><b role="gridcell">26251</b><b role="gridcell" class="here">Printer</b></div></div>`
    expect(numberInRow(inCell(grid))).toBe(26251)
  })

  it('is nothing where the cell holds more than a number', () => {
    const row = '<td>26251 (closed)</td><td class="here">Printer</td>'
    expect(numberInRow(inCell(table(['Ticket #', 'Summary'], row)))).toBeNull()
  })
})

describe('the number in a text', () => {
  it.each([
    ['see #12345, please', 6, 12345],
    ['see ticket 12345', 12, 12345],
    ['as in SR #77', 9, 77],
    ['see #12345, please', 15, null],
    ['call 12345', 7, null],
    ['#123456789012', 4, null],
    ['', 0, null],
  ])('“%s” at %i: %s', (text, position, id) => {
    expect(numberAt(text, position)).toBe(id)
  })

  it('is found at each of its characters, whatever stands around it', () => {
    const around = fc.string({ maxLength: 100 }).map((text) => text.replaceAll(/[\d#]/g, ''))
    const id = fc.integer({ min: 1, max: 9_999_999_999 })
    fc.assert(
      fc.property(around, around, id, fc.nat(), (before, after, number, step) => {
        const digits = String(number)
        const text = `${before} #${digits} ${after}`
        expect(numberAt(text, before.length + 2 + (step % (digits.length + 1)))).toBe(number)
      }),
      { numRuns: testRuns() },
    )
  })

  it('costs the same in a text of any length', () => {
    expect(numberAt(`${'#'.repeat(5_000_000)}12345`, 5_000_002)).toBe(12345)
  })
})

describe('the number that is selected', () => {
  it.each([
    ['#12345', 12345],
    [' 12345 ', 12345],
    ['Ticket 12', 12],
    ['Service ticket #12345.', 12345],
    ['#7', 7],
    ['1603', null],
    ['0x80070005', null],
    ['12345 and more', null],
    ['', null],
    [' '.repeat(100_000), null],
  ])('“%s” is %s', (text, id) => {
    expect(numberSelected(text)).toBe(id)
  })
})
