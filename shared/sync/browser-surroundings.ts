import type { Surroundings } from './live-session.ts'

/** The browser's own clock, ids, randomness, timers and sign of being online again. */
export function browserSurroundings(): Surroundings {
  let lastTime = 0
  let count = 0

  /** UUIDv7 by RFC 9562: the milliseconds, 12 bits counting up within one of them, the rest random. */
  const newId = (): string => {
    const bytes = crypto.getRandomValues(new Uint8Array(10))
    const time = Math.max(Date.now(), lastTime)
    count = time === lastTime ? count + 1 : ((bytes[8] ?? 0) << 3) | ((bytes[9] ?? 0) & 7)
    lastTime = count > 0xfff ? time + 1 : time
    count &= 0xfff
    const random = Array.from(bytes.subarray(0, 8), (byte, n) => (n === 0 ? (byte & 0x3f) | 0x80 : byte))
    const hex = [
      ...hexOf(lastTime, 12),
      '7',
      ...hexOf(count, 3),
      ...random.map((byte) => hexOf(byte, 2)),
    ].join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }

  return {
    now: () => Date.now(),
    newId,
    random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    onOnline(run) {
      addEventListener('online', run)
      return () => removeEventListener('online', run)
    },
  }
}

const hexOf = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
