import { beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#shared/client.ts'
import { someMe } from '#shared/panel/testing/demo-records.ts'
import { type Bearer, bearer } from './bearer.ts'
import { staySignedIn } from './stay-signed-in.ts'

let now: number
let timers: { at: number; run: () => void }[]
let token: Bearer
let renewals: string[]
let answer: () => Response | Promise<Response>

const signedIn = (name: string, expiresIn = 600) => ({ token: name, expiresIn, me: someMe(0) })
const refusal = (code: string, status: number) =>
  Response.json({ error: { code, message: 'No.', request: 'r' } }, { status })

const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** Moves the clock on, and lets what is due run to its end. */
async function pass(seconds: number): Promise<void> {
  const until = now + seconds * 1000
  for (;;) {
    const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
    if (next === undefined) break
    timers = timers.filter((one) => one !== next)
    now = next.at
    next.run()
    await settle()
  }
  now = until
  await settle()
}

function stay() {
  const client = createClient({
    base: 'https://flow.example',
    fetch: async (url, { headers }) => {
      renewals.push(`${new URL(url).pathname} ${new Headers(headers).get('authorization')}`)
      return answer()
    },
    token: async () => token.current(),
  })
  token.take(signedIn('first'))
  const after = (milliseconds: number, run: () => void) => {
    const timer = { at: now + milliseconds, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((one) => one !== timer)
    }
  }
  return staySignedIn({ client, token, after }, signedIn('first'))
}

beforeEach(() => {
  now = 0
  timers = []
  renewals = []
  token = bearer(() => now)
  answer = () => Response.json(signedIn(`after ${renewals.length}`))
})

describe('staying signed in', () => {
  it('renews the token by itself, again and again, long before it ends', async () => {
    stay()
    await pass(299)
    expect(renewals).toEqual([])
    await pass(1)
    expect(renewals).toEqual(['/me/renew Bearer first'])
    expect(token.current()).toBe('after 1')
    await pass(3_000)
    expect(renewals).toHaveLength(11)
    expect(token.current()).toBe('after 11')
  })

  it('tries again while the old token lasts, where the server does not answer', async () => {
    answer = () =>
      renewals.length < 3 ? Promise.reject(new TypeError('away')) : Response.json(signedIn('late'))
    stay()
    await pass(330)
    expect(renewals).toHaveLength(3)
    expect(token.current()).toBe('late')
  })

  it('leaves it once the token has ended', async () => {
    answer = () => refusal('unavailable', 503)
    stay()
    await pass(10_000)
    expect(token.current()).toBeNull()
    expect(renewals).toHaveLength(18)
    expect(timers).toEqual([])
  })

  it('asks no second time where the API refuses', async () => {
    answer = () => refusal('not_signed_in', 401)
    stay()
    await pass(10_000)
    expect(renewals).toHaveLength(1)
  })

  it('does not touch the token of a later sign-in', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    answer = () => promise
    const stop = stay()
    await pass(300)
    stop()
    token.take(signedIn('by hand'))
    resolve(Response.json(signedIn('stale')))
    await pass(10)
    expect(token.current()).toBe('by hand')
    expect(timers).toEqual([])
  })
})
