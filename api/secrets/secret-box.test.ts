import { describe, expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) })
const box = createSecretBox([key('2', 2), key('1', 1)])

describe('the secret box', () => {
  it('opens what it sealed', () => {
    expect(box.open(box.seal('private key', 'team-a'), 'team-a')).toBe('private key')
  })

  it('opens nothing for another purpose', () => {
    const sealed = box.seal('private key', 'team-a')
    expect(() => box.open(sealed, 'team-b')).toThrow()
  })

  it('notices any changed byte', () => {
    const sealed = box.seal('private key', 'team-a')
    for (const part of ['wrappedKey', 'text'] as const)
      for (let at = 0; at < sealed[part].length; at += 1) {
        const bytes = Uint8Array.from(sealed[part])
        bytes[at] = (bytes[at] ?? 0) ^ 1
        expect(() => box.open({ ...sealed, [part]: bytes }, 'team-a')).toThrow()
      }
  })

  it('opens what an older key sealed, and rewraps it under the newest', () => {
    const sealed = createSecretBox([key('1', 1)]).seal('private key', 'team-a')
    const rewrapped = box.rewrap(sealed, 'team-a')
    expect(rewrapped.keyId).toBe('2')
    expect(createSecretBox([key('2', 2)]).open(rewrapped, 'team-a')).toBe('private key')
  })

  it('says which key is missing', () => {
    const sealed = createSecretBox([key('0', 9)]).seal('x', 'team-a')
    expect(() => box.open(sealed, 'team-a')).toThrow('The secret key "0" is not among the configured ones.')
  })

  it('derives the same key in every process, another for each use', () => {
    const again = createSecretBox([key('2', 2), key('1', 1)])
    expect(again.derive('tokens')).toEqual(box.derive('tokens'))
    expect(box.derive('tokens')).not.toEqual(box.derive('other'))
  })
})
