import { randomBytes } from 'node:crypto'
import type { Ids } from '#api/ports/ids.ts'

/** Ids and bytes from the operating system's generator. UUIDv7 by RFC 9562: 48 bits of time, 74 of chance. */
export const systemIds: Ids = {
  uuid() {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(Date.now(), 0, 6)
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  },
  randomBytes: (length) => randomBytes(length),
}
