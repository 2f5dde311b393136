import { describe, expect, it } from 'vitest'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { isOutdated, purgeKept } from './kept-until.ts'

const day = 86_400_000
const begun = Date.UTC(2026, 10, 1)
const hex = begun.toString(16).padStart(12, '0')
const session = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`

describe('what is kept for a session', () => {
  it('stays for 30 days without the session, and not longer', () => {
    expect(isOutdated(session, false, begun + 30 * day)).toBe(false)
    expect(isOutdated(session, false, begun + 30 * day + 1)).toBe(true)
  })

  it('stays as long as the session does', () => {
    expect(isOutdated(session, true, begun + 400 * day)).toBe(false)
  })

  it('goes at once where its session is not here and nobody can tell how old it is', () => {
    expect(isOutdated('00000000-0000-4000-8000-000000000001', false, begun)).toBe(true)
    expect(isOutdated('', false, begun)).toBe(true)
  })
})

describe('tidying what the panel keeps', () => {
  const keysFor = (member: string) => [
    `${member}/panel/last/service:7`,
    `${member}/panel/post/${session}`,
    `${member}/panel/draft/${session}:acted`,
  ]

  async function storeWith(member: string) {
    const store = memoryStore()
    for (const key of keysFor(member)) await store.put(key, session)
    return store
  }

  const left = async (now: number, prepare?: (store: ReturnType<typeof memoryStore>) => Promise<void>) => {
    const store = await storeWith('kim')
    for (const key of keysFor('ada')) await store.put(key, session)
    await prepare?.(store)
    await purgeKept({ store, member: 'kim', surroundings: { now: () => now } })
    return store.keys('kim/panel/')
  }

  it('forgets the last session, a post and drafts of sessions long gone', async () => {
    expect(await left(begun + 31 * day)).toEqual([])
  })

  it('keeps them while they are young, or their session is here', async () => {
    expect(await left(begun + 29 * day)).toHaveLength(3)
    const withSession = left(begun + 31 * day, (store) => store.put(`kim/session/${session}`, {}))
    expect(await withSession).toHaveLength(3)
  })

  it('touches nobody else’s', async () => {
    const store = await storeWith('ada')
    await purgeKept({ store, member: 'kim', surroundings: { now: () => begun + 99 * day } })
    expect(await store.keys('ada/')).toHaveLength(3)
  })
})
