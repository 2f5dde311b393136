/** Placeholders this module writes and leaves alone. */
export const tagPattern = /\[(SECRET|[A-Z]{2,5}-\d{1,6})\]/g

/** Placeholder to the value it stands for, as first spelled: the numbering of one session. Never store it. */
export type Placeholders = Readonly<Record<string, string>>

/** Spellings of one value share a key: case, spaces, and the punctuation of phone numbers and MAC addresses. */
const keyOf = (tag: string, value: string): string =>
  tag.slice(0, 3) + value.toLowerCase().replace(/^\[(PH|MA)/.test(tag) ? /[^\da-f]/g : /\s/g, '')

/**
 * Gives the next values their placeholders and adds them to `map`, the session's so far. Numbers that it or
 * `text` already use are not given again.
 */
export const numbering = (
  map: Record<string, string>,
  text: string,
): ((kind: string, value: string) => string) => {
  const tags = new Map(Object.entries(map).map(([tag, value]) => [keyOf(tag, value), tag]))
  const used = new Set(text.match(tagPattern))
  const last: Record<string, number> = {}
  return (kind, value) => {
    const key = keyOf(`[${kind}`, value)
    let tag = tags.get(key)
    while (!tag) {
      last[kind] = (last[kind] ?? 0) + 1
      const next = `[${kind}-${last[kind]}]`
      if (used.has(next) || next in map) continue
      tag = next
      map[tag] = value
      tags.set(key, tag)
    }
    return tag
  }
}
