import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockRefreshToken } from '#api/db/directory-of-sign-ins.ts'
import { audit } from '#api/db/schema/team.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestAccount, type TestAccount } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import type { TokenReply } from '#shared/contracts/account.ts'
import { chance, pick, type Random, seededRandom, whole } from '#shared/testing/seeded-random.ts'
import { onlySeed, testRuns } from '#shared/testing/test-runs.ts'
import { hashOf } from './secret-token.ts'

let app: TestApp
let team: TestTeam
beforeAll(async () => {
  // Of its own: here time passes, and what has ended by then is swept away.
  app = await createTestApp(openOwnDatabase())
  team = await createTestTeam(app)
})
afterAll(() => app.close())

const seeds = onlySeed === null ? Array.from({ length: testRuns(25) }, (_, n) => n) : [onlySeed]
const exchanges = 12

const take = (refreshToken: string): Promise<TokenReply> =>
  createCaller(app.api, null).client.call('takeToken', { body: { grant: 'refresh_token', refreshToken } })

/** What one browser profile keeps, and every refresh token that the API ever gave it. */
interface Profile {
  kept: string
  given: Set<string>
}

/** Where a worker can die on its way through a refresh: at each of its awaits. */
const deaths = [
  'before it asks',
  'while the question is under way',
  'before it keeps the token',
  'after it kept it',
] as const

/** One worker refreshes and dies on the way, or does not. `late` collects what it left under way. */
async function work(
  profile: Profile,
  death: (typeof deaths)[number] | null,
  late: (() => Promise<unknown>)[],
): Promise<void> {
  const token = profile.kept
  if (death === 'before it asks') return
  if (death === 'while the question is under way') {
    late.push(() => take(token).then(({ refreshToken }) => profile.given.add(refreshToken)))
    return
  }
  const { refreshToken } = await take(token)
  profile.given.add(refreshToken)
  if (death !== 'before it keeps the token') profile.kept = refreshToken
}

/** How many of the tokens could still be exchanged for a new one: two would be two sign-ins out of one. */
const unused = (profile: Profile): Promise<number> =>
  app.db.asTeam(team.id, async (tx) => {
    const all = await Promise.all([...profile.given].map((token) => lockRefreshToken(tx, hashOf(token))))
    return all.filter((token) => token !== null && token.usedAt === null).length
  })

const reuses = (account: TestAccount) =>
  app.db.asTeam(team.id, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'account.token_reused'), eq(audit.subject, account.id))),
  )

async function begin(account: TestAccount): Promise<Profile> {
  const { refreshToken } = await account.enter()
  return { kept: refreshToken, given: new Set([refreshToken]) }
}

/** The next access token is needed after minutes, or days; never after a week. */
const passUntilNeeded = (random: Random) =>
  app.pass(60_000 * (1 + whole(random, chance(random, 0.2) ? 8_000 : 12)))

describe('the refresh tokens of one sign-in', () => {
  let account: TestAccount
  beforeAll(async () => {
    account = await createTestAccount(app, team)
  })

  it.each(seeds)(
    'keep a worker signed in that dies anywhere and any number of times: seed %i',
    async (seed) => {
      const random = seededRandom(seed)
      const profile = await begin(account)
      for (let n = 0; n < exchanges; n++) {
        const late: (() => Promise<unknown>)[] = []
        // Started anew within seconds; all tries fit into half a minute after the first.
        for (let tries = whole(random, 4); tries > 0; tries--) {
          await work(profile, pick(random, deaths), late)
          app.pass(whole(random, 5_000))
          if (chance(random, 0.3))
            await late
              .shift()?.()
              .catch(() => undefined)
        }
        await work(profile, null, late)
        // What a dead worker asked may arrive after all of it.
        app.pass(whole(random, 5_000))
        for (const arrive of late) await arrive().catch(() => undefined)
        expect(await unused(profile)).toBeLessThanOrEqual(1)
        if (n < 8) passUntilNeeded(random)
      }
      await expect(take(profile.kept)).resolves.toBeDefined()
      expect(await reuses(account)).toEqual([])
    },
  )

  it.each(seeds)('keep two pages signed in that refresh at once: seed %i', async (seed) => {
    const random = seededRandom(1_000 + seed)
    const profile = await begin(account)
    for (let n = 0; n < exchanges; n++) {
      const token = profile.kept
      const replies = await Promise.all([take(token), take(token)])
      for (const { refreshToken } of replies) profile.given.add(refreshToken)
      // Whichever answer is kept last, the other page reads it from there.
      profile.kept = pick(random, replies).refreshToken
      expect(await unused(profile)).toBe(1)
      if (n < 8) passUntilNeeded(random)
    }
    await expect(take(profile.kept)).resolves.toBeDefined()
    expect(await reuses(account)).toEqual([])
  })

  it.each(seeds)('tell on a thief, whoever comes first, and end for both: seed %i', async (seed) => {
    const random = seededRandom(2_000 + seed)
    const robbed = await createTestAccount(app, team)
    const owner = await begin(robbed)
    for (let n = whole(random, 4); n > 0; n--) {
      await work(owner, null, [])
      app.pass(600_000)
    }
    const thief: Profile = { kept: owner.kept, given: owner.given }
    let access = ''
    let rounds = 0
    for (let isOver = false; !isOver; rounds++) {
      const [first, second] = chance(random, 0.5) ? [owner, thief] : [thief, owner]
      for (const one of [first, second]) {
        try {
          const reply = await take(one.kept)
          one.kept = reply.refreshToken
          owner.given.add(reply.refreshToken)
          access = reply.token
        } catch {
          isOver = true
        }
        // A thief does not know when the owner refreshes.
        app.pass(1_000 * (1 + whole(random, 300)))
      }
      expect(await unused(owner)).toBeLessThanOrEqual(1)
      expect(rounds).toBeLessThan(60)
    }
    // The one who was not refused yet meets the end at the next exchange, at the latest after the grace.
    app.pass(31_000)
    await take(owner.kept).catch(() => undefined)
    await take(thief.kept).catch(() => undefined)
    expect(await reuses(robbed)).toHaveLength(1)
    for (const token of owner.given)
      await expect(take(token)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(createCaller(app.api, access).client.call('getMe')).rejects.toMatchObject({
      code: 'not_signed_in',
    })
  })
})
