import { describe, expect, it } from 'vitest'
import { createReadCache } from './read-cache.ts'

describe('the read cache', () => {
  it('shares one read between two who ask at once, and reads again when the time is over', async () => {
    let now = 0
    let reads = 0
    const cache = createReadCache<number>({ now: () => now })
    const get = () => cache.get('a', 1_000, async () => ++reads)
    expect(await Promise.all([get(), get()])).toEqual([1, 1])
    now = 1_000
    expect(await get()).toBe(2)
  })

  it('lets the oldest go where there are too many, and keeps the rest', async () => {
    const cache = createReadCache<number>({ now: () => 0 })
    const reads: string[] = []
    const get = (key: string) => cache.get(key, 1_000, async () => reads.push(key))
    await get('first')
    await get('second')
    for (let n = 0; n < 4_999; n++) await get(`other|${n}`)
    reads.length = 0
    await get('second')
    expect(reads).toEqual([])
    await get('first')
    expect(reads).toEqual(['first'])
  })
})
