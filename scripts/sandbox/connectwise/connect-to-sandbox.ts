import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { createSend, type Send } from '#api/adapters/connectwise/send.ts'
import { demoCredentials } from './create-sandbox.ts'
import { type ServedSandbox, type ServeOptions, serveSandbox } from './serve-sandbox.ts'

/**
 * A sandbox of its own with ConnectWise's adapter on it, for tests: real sockets, steered over HTTP only. `through`
 * may stand between adapter and socket. API and UI have a host name each, as on the cloud.
 */
export async function connectToSandbox(
  options: { through?: (send: Send) => Send; tls?: ServeOptions['tls'] } = {},
) {
  const served: ServedSandbox = await serveSandbox({ port: 0, ...(options.tls && { tls: options.tls }) })
  const { send, close } = createSend({ allowInsecure: true })
  const slept: number[] = []
  const connection = {
    ...demoCredentials,
    uiUrl: served.url,
    apiUrl: served.url.replace('//localhost:', '//127.0.0.1:'),
  }
  const deps = {
    send: options.through?.(send) ?? send,
    now: Date.now,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds)
    },
    random: () => 0.5,
    allowInsecure: true,
  }

  /** One of the sandbox's control calls, by its path below `/_sandbox`. */
  async function steer(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) {
    const headers = { 'content-type': 'application/json' }
    const sent = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }
    const answer = await fetch(`${served.url}/_sandbox${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    const told: Record<string, unknown> = await answer.json()
    return told
  }

  return {
    psa: connectWisePsa(connection, deps),
    connection,
    deps,
    slept,
    steer,
    /** A fault for the next call that matches. */
    fault: (match: string, effect: object) => steer('POST', '/faults', { match, effect }),
    switches: (changes: object) => steer('PATCH', '/switches', changes),
    /** What a hosted pod would be told about a member. */
    claimOf: async (member: string) => {
      const told = await steer('POST', '/hashes', { member })
      return {
        memberId: member,
        memberHash: String(told.memberHash),
        memberContext: String(told.memberContext),
      }
    },
    close: async () => {
      close()
      await served.close()
    },
  }
}
