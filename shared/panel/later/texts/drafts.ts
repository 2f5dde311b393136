import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'

const pause = 150

/** Writes to come, by key: each writes the last text there is by then. */
const waiting = new Map<string, { text: string; label: string; stop: () => void }>()

/**
 * Keeps a half-written text so that it survives a crash, its secrets replaced, also those that only the label above
 * it tells; an empty one is dropped.
 */
export function keepDraft(panel: Panel, scope: Scope, name: string, text: string, label = ''): void {
  const key = keyFor(panel, scope, name)
  if (!key) return
  const before = waiting.get(key)
  // Whoever types on and on would put off a pause that began anew with each letter, and lose it all.
  if (before && text) return void Object.assign(before, { text, label })
  before?.stop()
  const next = { text, label, stop: () => {} }
  next.stop = panel.host.surroundings.after(text ? pause : 0, () => {
    waiting.delete(key)
    void write(panel, key, next.text, next.label)
  })
  waiting.set(key, next)
}

/** The text kept under a name, or an empty one. */
export async function readDraft(panel: Panel, scope: Scope, name: string): Promise<string> {
  const key = keyFor(panel, scope, name)
  const kept = key ? await panel.host.store.get(key).catch(() => '') : ''
  return typeof kept === 'string' ? kept : ''
}

async function write(panel: Panel, key: string, text: string, label: string): Promise<void> {
  try {
    if (!text.trim()) return await panel.host.store.delete(key)
    const { redactLabelled } = await import('#shared/session/redact-captured.ts')
    await panel.host.store.put(key, redactLabelled(label, text))
  } catch {
    // A draft that cannot be kept is still on the screen.
  }
}

function keyFor(panel: Panel, scope: Scope, name: string): string | null {
  const id = scope.live.value?.id
  return id ? `${panel.me.value?.member.id}/panel/draft/${id}:${name}` : null
}
