import type { StorageArea } from '../storage/storage-area.ts'
/** Where the refresh token is held: in the browser's memory, or sealed on disk where the technician stays signed in. */
export interface RefreshTokens {
  read(): Promise<string | null>
  keep(token: string): Promise<void>
  forget(): Promise<void>
}

const memoryKey = 'refresh'
const sealedKey = 'sealed-refresh'

interface Sealed {
  key: CryptoKey
  nonce: Uint8Array<ArrayBuffer>
  text: ArrayBuffer
}

export interface RefreshPlace {
  session: StorageArea
  /** Holds what is sealed: this extension's IndexedDB, which takes a key that nobody can read out. */
  disk: {
    get(key: string): Promise<unknown>
    put(key: string, value: unknown): Promise<void>
    delete(key: string): Promise<void>
  }
  /** Whether the technician stays signed in over a restart, asked anew each time. */
  staySignedIn: () => Promise<boolean>
}

/**
 * Keeps the one refresh token of this browser profile. In memory it ends with the browser; on disk it is sealed by an
 * AES-GCM key of its own that cannot be extracted, a new one for each token.
 */
export function refreshTokens({ session, disk, staySignedIn }: RefreshPlace): RefreshTokens {
  async function forget(): Promise<void> {
    await Promise.all([session.remove(memoryKey), disk.delete(sealedKey)])
  }
  return {
    async read() {
      const held = (await session.get(memoryKey))[memoryKey]
      if (typeof held === 'string') return held
      const sealed = await disk.get(sealedKey)
      return isSealed(sealed) ? open(sealed) : null
    },
    async keep(token) {
      await session.set({ [memoryKey]: token })
      if (await staySignedIn()) await disk.put(sealedKey, await seal(token))
      else await disk.delete(sealedKey)
    },
    forget,
  }
}

async function seal(token: string): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const text = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    new TextEncoder().encode(token),
  )
  return { key, nonce, text }
}

/** Null where the sealed text was damaged: then the technician signs in anew. */
async function open({ key, nonce, text }: Sealed): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, text))
  } catch {
    return null
  }
}

function isSealed(value: unknown): value is Sealed {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    value.key instanceof CryptoKey &&
    'nonce' in value &&
    value.nonce instanceof Uint8Array &&
    'text' in value &&
    value.text instanceof ArrayBuffer
  )
}
