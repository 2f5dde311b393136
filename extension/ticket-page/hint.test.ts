import { describe, expect, it } from 'vitest'
import { hintFrom, mostHinted, sameHint } from './hint.ts'

const linked = { id: 548, kind: 'service' } as const
const shown = { id: 26251, kind: 'project' } as const

describe('the hint', () => {
  it('is what the page shows, whatever the address says', () => {
    expect(hintFrom(linked, [shown], true)).toEqual([shown])
    expect(hintFrom(null, [shown], false)).toEqual([shown])
  })

  it('is the link’s ticket only while that is awaited', () => {
    expect(hintFrom(linked, [], true)).toEqual([linked])
    expect(hintFrom(linked, [], false)).toEqual([])
    expect(hintFrom(null, [], true)).toEqual([])
  })

  it('is never longer than a hint may be', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: at + 1, kind: 'service' as const }))
    expect(hintFrom(null, many, false)).toHaveLength(mostHinted)
  })

  it('is the same only with the same tickets in the same order', () => {
    expect(sameHint([linked, shown], [{ ...linked }, { ...shown }])).toBe(true)
    expect(sameHint([linked, shown], [shown, linked])).toBe(false)
    expect(sameHint([linked], [{ ...linked, kind: 'project' }])).toBe(false)
    expect(sameHint([], [linked])).toBe(false)
  })
})
