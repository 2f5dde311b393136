import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A secret as it is stored: its own key wrapped by the installation's, and the text under its own key. */
export interface Sealed {
  keyId: string
  wrappedKey: Uint8Array
  text: Uint8Array
}

/** Seals secrets at rest. `purpose` (team, table, column) is bound in: what was sealed for one opens for no other. */
export interface SecretBox {
  seal(text: string, purpose: string): Sealed
  /** Throws where the key is unknown, the purpose differs or a byte was changed. */
  open(sealed: Sealed, purpose: string): string
  /** Wraps the same secret under the newest key; the text itself stays as it is. */
  rewrap(sealed: Sealed, purpose: string): Sealed
  /** A key for another use, the same in every process: the newest first. */
  derive(use: string): { id: string; key: Uint8Array }[]
}

export interface SecretKey {
  id: string
  key: Uint8Array
}

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM envelopes under the given keys, newest first; at least one, each of 32 bytes. */
export function createSecretBox(keys: readonly SecretKey[]): SecretBox {
  const newest = keys[0]
  if (newest === undefined) throw new Error('At least one secret key is needed.')
  if (keys.some(({ key }) => key.length !== 32)) throw new Error('Every secret key must have 32 bytes.')
  const keyOf = (id: string) => {
    const found = keys.find((key) => key.id === id)
    if (found === undefined) throw new Error(`The secret key "${id}" is not among the configured ones.`)
    return found.key
  }
  const wrapPurpose = (id: string, purpose: string) => `key|${id}|${purpose}`
  const wrap = (own: Uint8Array, purpose: string) => ({
    keyId: newest.id,
    wrappedKey: encrypt(newest.key, own, wrapPurpose(newest.id, purpose)),
  })
  const unwrap = (sealed: Sealed, purpose: string) =>
    decrypt(keyOf(sealed.keyId), sealed.wrappedKey, wrapPurpose(sealed.keyId, purpose))
  return {
    seal(text, purpose) {
      const own = randomBytes(32)
      return { ...wrap(own, purpose), text: encrypt(own, Buffer.from(text, 'utf8'), `text|${purpose}`) }
    },
    open(sealed, purpose) {
      return Buffer.from(decrypt(unwrap(sealed, purpose), sealed.text, `text|${purpose}`)).toString('utf8')
    },
    rewrap: (sealed, purpose) => ({ ...wrap(unwrap(sealed, purpose), purpose), text: sealed.text }),
    derive: (use) =>
      keys.map(({ id, key }) => ({ id, key: new Uint8Array(hkdfSync('sha256', key, '', `use|${use}`, 32)) })),
  }
}

function encrypt(key: Uint8Array, text: Uint8Array, purpose: string): Uint8Array {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Uint8Array, sealed: Uint8Array, purpose: string): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
}
