import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import type { TokenReply } from '#shared/contracts/account.ts'
import type { Me } from '#shared/contracts/member.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { RefreshTokens } from './keep-refresh-token.ts'
import { type SignedInPlace, signedInMember } from './signed-in-member.ts'

const grace = 30_000
const runs = testRuns(200)
const refused = () => new ApiError('not_signed_in', 'Sign in to go on.', { status: 401 })

const me: Me = {
  member: {
    id: 'm1',
    name: 'Ana',
    role: 'engineer',
    lead: false,
    psaIdentifier: null,
    timeZone: 'UTC',
    companies: null,
  },
  team: {
    id: 't1',
    name: 'Team',
    timeZone: 'UTC',
    redactionTerms: [],
    noteSizeLimit: 10_000,
    roundMinutesTo: 0,
    beforeSave: false,
  },
  now: 0,
}

/** A server that rotates: a spent token is taken again within the grace, later it ends the whole sign-in. */
function rotatingServer(now: () => number) {
  let count = 0
  let isRevoked = false
  const spent = new Map<string, number>()
  const issue = (): TokenReply => {
    count += 1
    return { token: `access-${count}`, expiresIn: 600, refreshToken: `refresh-${count}`, me }
  }
  return {
    first: issue,
    isRevoked: () => isRevoked,
    exchanges: () => count,
    async exchange(refreshToken: string): Promise<TokenReply> {
      const at = spent.get(refreshToken)
      if (at !== undefined && now() - at > grace) isRevoked = true
      if (isRevoked) throw refused()
      if (at === undefined) spent.set(refreshToken, now())
      return issue()
    },
  }
}

/** A browser profile in which whoever works may be stopped at the nth thing they wait for. */
function profile() {
  const time = { now: 0 }
  const storage = memoryStorage()
  const server = rotatingServer(() => time.now)
  let kept: string | null = null
  let queue: Promise<unknown> = Promise.resolve()

  function alive(dieAt = Number.POSITIVE_INFINITY) {
    let waits = 0
    let die = (): void => undefined
    const death = new Promise<never>((_, reject) => {
      die = () => reject(new Error('stopped'))
    })
    death.catch(() => undefined)
    /** Does the work and then may not live to see it done, or is stopped before it. */
    const wait = async <T>(work: () => Promise<T>): Promise<T> => {
      waits += 1
      if (waits === dieAt) die()
      if (waits >= dieAt) return death
      const done = await work()
      waits += 1
      if (waits === dieAt) die()
      return waits >= dieAt ? death : done
    }
    const refresh: RefreshTokens = {
      read: () => wait(async () => kept),
      keep: (token) =>
        wait(async () => {
          kept = token
        }),
      forget: () =>
        wait(async () => {
          kept = null
        }),
    }
    const place: SignedInPlace = {
      session: {
        get: (key) => wait(() => storage.session.get(key)),
        set: (values) => wait(() => storage.session.set(values)),
        remove: (keys) => wait(() => storage.session.remove(keys)),
      },
      refresh,
      // The browser gives a lock back when its holder dies.
      alone: (run) => {
        const turn = queue.then(() => Promise.race([run(), death]))
        queue = turn.catch(() => undefined)
        return turn
      },
      now: () => time.now,
      exchange: (token) => wait(() => server.exchange(token)),
      revoke: async () => undefined,
    }
    return signedInMember(place)
  }
  return { time, server, alive, kept: () => kept, storage }
}

describe('the sign-in of a browser profile', () => {
  it('uses an access token as long as it lasts and then takes another', async () => {
    const { time, server, alive } = profile()
    const member = alive()
    await member.take(server.first())
    expect(await member.token()).toBe('access-1')
    time.now += 500_000
    expect(await member.token()).toBe('access-1')
    time.now += 80_000
    expect(await member.token()).toBe('access-2')
  })

  it('spends a refresh token once, however many pages ask at the same time', async () => {
    const { time, server, alive } = profile()
    await alive().take(server.first())
    time.now += 700_000
    const tokens = await Promise.all(Array.from({ length: 6 }, () => alive().token()))
    expect(new Set(tokens)).toEqual(new Set(['access-2']))
    expect(server.exchanges()).toBe(2)
  })

  it('takes another once the API refused the token at hand', async () => {
    const { server, alive } = profile()
    const member = alive()
    await member.take(server.first())
    expect(await member.renew()).toBe(true)
    expect(await member.token()).toBe('access-2')
  })

  it('ends where the API ends it, and says so by having no token', async () => {
    const { time, server, alive, kept, storage } = profile()
    const member = alive()
    await member.take(server.first())
    time.now += 700_000
    const stolen = kept()
    await member.token()
    time.now += 700_000
    await expect(server.exchange(stolen ?? '')).rejects.toThrow()
    expect(await member.token()).toBeNull()
    expect(kept()).toBeNull()
    expect(storage.session.held()).toEqual({})
  })

  it('leaves nothing behind after signing out', async () => {
    const { server, alive, kept, storage } = profile()
    const member = alive()
    await member.take(server.first())
    await member.signOut()
    expect(kept()).toBeNull()
    expect(storage.session.held()).toEqual({})
    expect(await member.me()).toBeNull()
  })

  it('is never lost by a worker or page that is stopped at any of its waits', async () => {
    const life = fc.record({
      dieAt: fc.integer({ min: 1, max: 14 }),
      rest: fc.integer({ min: 0, max: 20_000 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 12 }), async (lives) => {
        const { time, server, alive } = profile()
        await alive().take(server.first())
        for (const { dieAt, rest } of lives) {
          time.now += 700_000
          await alive(dieAt)
            .token()
            .catch(() => null)
          time.now += rest
          expect(await alive().token()).not.toBeNull()
          expect(server.isRevoked()).toBe(false)
        }
      }),
      { numRuns: runs },
    )
  })
})
