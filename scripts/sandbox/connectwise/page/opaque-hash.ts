import type { Place } from './ticket-link.ts'

/** How the serialised state of the web client begins; what follows is not meant to be read by others. */
const head = '#XQAACA'

/** Serialises a place into a hash that shows neither ticket number nor screen. */
export function writeOpaqueHash(place: Place): string {
  const bytes = scramble(new TextEncoder().encode(JSON.stringify(place)))
  const text = btoa(String.fromCharCode(...bytes))
  return head + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads such a hash back; null for any other hash. */
export function readOpaqueHash(hash: string): Place | null {
  if (!hash.startsWith(head)) return null
  try {
    const text = atob(hash.slice(head.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = scramble(Uint8Array.from(text, (c) => c.charCodeAt(0)))
    return asPlace(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

function scramble(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ ((at * 73 + 41) & 0xff))
}

function asPlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null || !('screen' in value)) return null
  if (value.screen === 'board') return { screen: 'board' }
  if (!('id' in value) || typeof value.id !== 'number') return null
  if (value.screen === 'company') return { screen: 'company', id: value.id }
  if (value.screen !== 'ticket' || !('kind' in value)) return null
  return { screen: 'ticket', id: value.id, kind: value.kind === 'project' ? 'project' : 'service' }
}
