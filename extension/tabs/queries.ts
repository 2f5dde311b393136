import type { StorageArea } from '../storage/storage-area.ts'

const longest = 2_000

/** Words that the technician selected to be troubleshot, until the panel has taken them. */
export async function keepQuery(session: StorageArea, tab: number, text: string): Promise<void> {
  await session.set({ [`query:${tab}`]: text.slice(0, longest) })
}

/** Takes the words away; null where there are none. */
export async function takeQuery(session: StorageArea, tab: number): Promise<string | null> {
  const key = `query:${tab}`
  const text = (await session.get(key))[key]
  if (typeof text !== 'string') return null
  await session.remove(key)
  return text
}
