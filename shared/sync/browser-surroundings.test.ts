import { describe, expect, it, vi } from 'vitest'
import { browserSurroundings } from './browser-surroundings.ts'

const versionSeven = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids made in a browser', () => {
  it('are UUIDv7, never the same, each after the one before', () => {
    const { newId } = browserSurroundings()
    const ids = Array.from({ length: 20_000 }, newId)
    expect(ids.every((id) => versionSeven.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
  })

  it('carry the time', () => {
    const before = Date.now()
    const id = browserSurroundings().newId()
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now() + 1)
  })

  it('stay in order when the clock is set back', () => {
    vi.useFakeTimers({ now: 2_000_000 })
    const { newId } = browserSurroundings()
    const first = newId()
    vi.setSystemTime(1_000_000)
    expect(newId() > first).toBe(true)
    vi.useRealTimers()
  })
})

describe('chance in a browser', () => {
  it('lies between 0 and 1', () => {
    const { random } = browserSurroundings()
    for (let n = 0; n < 1_000; n++) {
      const value = random()
      expect(value >= 0 && value < 1).toBe(true)
    }
  })
})
