import { describe, expect, it } from 'vitest'
import type { Heard } from '../bridge/heard.ts'
import { signInWindow } from './sign-in-window.ts'

const origin = 'https://flow.example'
const nonce = '0198-nonce'
const signedIn = { token: 'secret', expiresIn: 300, me: {} }

function place() {
  const timers: (() => void)[] = []
  const opened = { closed: false, close: () => undefined }
  let hear: (event: Heard) => void = () => undefined
  const addresses: string[] = []
  const result = signInWindow({
    self: {
      addEventListener: (_type, listener) => {
        hear = listener
      },
      removeEventListener: () => {
        hear = () => undefined
      },
      open: (address) => {
        addresses.push(address)
        return opened
      },
    },
    origin,
    nonce,
    after: (_milliseconds, run) => {
      timers.push(run)
      return () => undefined
    },
  })
  return { result, opened, addresses, timers, says: (event: Heard) => hear(event) }
}

describe('the sign-in window', () => {
  it('takes the token from the window it opened, with its own nonce', async () => {
    const { result, opened, addresses, says } = place()
    says({ data: { type: 'resolutionflow.signed-in', nonce, signedIn }, origin, source: opened })
    await expect(result).resolves.toEqual(signedIn)
    expect(addresses).toEqual([`${origin}/sign-in?nonce=0198-nonce`])
  })

  it.each([
    { origin: 'https://flow.example.attacker.test' },
    { source: {} },
    { data: { type: 'resolutionflow.signed-in', nonce: 'another', signedIn } },
    { data: { type: 'resolutionflow.signed-in', nonce, signedIn: { token: 1 } } },
    { data: JSON.stringify({ type: 'resolutionflow.signed-in', nonce, signedIn }) },
    { data: null },
  ])('ignores whatever else arrives', async (wrong) => {
    const { result, opened, timers, says } = place()
    const right = { data: { type: 'resolutionflow.signed-in', nonce, signedIn }, origin, source: opened }
    says({ ...right, ...wrong })
    opened.closed = true
    for (const run of timers) run()
    await expect(result).rejects.toThrow('closed')
  })
})
