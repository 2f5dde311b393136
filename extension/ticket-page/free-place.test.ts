import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '#shared/testing/test-runs.ts'
import { freePlace, netOver } from './free-place.ts'

const size = { width: 140, height: 32 }
const view = { width: 1366, height: 768 }

describe('a free place', () => {
  it('is the lower right corner first', () => {
    expect(freePlace(view, size, () => true)).toEqual({ left: 1206, top: 716 })
  })

  it('is none where nothing is free, or the window is too small', () => {
    expect(freePlace(view, size, () => false)).toBeNull()
    expect(freePlace({ width: 150, height: 768 }, size, () => true)).toBeNull()
  })

  it('lies in the window, clear of whatever is taken', () => {
    const box = fc.record({
      x: fc.nat(1366),
      y: fc.nat(768),
      width: fc.integer({ min: 1, max: 1366 }),
      height: fc.integer({ min: 1, max: 768 }),
    })
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), (taken) => {
        const isTaken = (left: number, top: number) =>
          taken.some(
            ({ x, y, width, height }) =>
              left < x + width && x < left + size.width && top < y + height && y < top + size.height,
          )
        const place = freePlace(view, size, ({ left, top }) => !isTaken(left, top))
        if (place === null) return
        expect(isTaken(place.left, place.top)).toBe(false)
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.left + size.width).toBeLessThanOrEqual(view.width)
        expect(place.top).toBeGreaterThanOrEqual(0)
        expect(place.top + size.height).toBeLessThanOrEqual(view.height)
      }),
      { numRuns: testRuns() },
    )
  })
})

describe('the net over a place', () => {
  it('reaches every edge and lets nothing of twelve by ten pixels through', () => {
    const points = [...netOver({ left: 100, top: 50 }, size)]
    const columns = [...new Set(points.map(([x]) => x))]
    const rows = [...new Set(points.map(([, y]) => y))]
    expect([columns[0], columns.at(-1), rows[0], rows.at(-1)]).toEqual([100, 240, 50, 82])
    for (const [at, x] of columns.slice(1).entries()) expect(x - (columns[at] ?? 0)).toBeLessThanOrEqual(12)
    for (const [at, y] of rows.slice(1).entries()) expect(y - (rows[at] ?? 0)).toBeLessThanOrEqual(10)
  })
})
