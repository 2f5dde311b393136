import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db, Tx } from '#api/db/db.ts'
import { audit, member } from '#api/db/schema/team.ts'
import { saveMemberRights } from '#api/features/members/save-member-rights.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestAccount, type TestAccount } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import { disableMember } from './change-member.ts'
import { refresh } from './refresh.ts'

let app: TestApp
let team: TestTeam
let tech: TestAccount
beforeAll(async () => {
  // Of its own: here time passes, and what has ended by then is swept away.
  app = await createTestApp(openOwnDatabase())
})
afterAll(() => app.close())
beforeEach(async () => {
  team = await createTestTeam(app)
  tech = await createTestAccount(app, team)
})

const day = 24 * 3_600_000
const take = (refreshToken: string) =>
  createCaller(app.api, null).client.call('takeToken', { body: { grant: 'refresh_token', refreshToken } })
const signOut = (refreshToken: string) =>
  createCaller(app.api, null).client.call('signOut', { body: { refreshToken } })
const getMe = (token: string) => createCaller(app.api, token).client.call('getMe')
const ended = { code: 'not_signed_in', message: 'This sign-in has ended. Sign in again to go on.' }
const reuses = () =>
  app.db.asTeam(team.id, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'account.token_reused'), eq(audit.subject, tech.id))),
  )

describe('a refresh token', () => {
  it('brings a new access token and the next refresh token', async () => {
    const first = await tech.enter()
    app.pass(600_000)
    await expect(getMe(first.token)).rejects.toMatchObject({ code: 'not_signed_in' })
    const second = await take(first.refreshToken)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(await getMe(second.token)).toMatchObject({ member: { id: tech.id } })
    await expect(take(second.refreshToken)).resolves.toBeDefined()
  })

  it('brings the same next one again within half a minute, for a client that died', async () => {
    const { refreshToken } = await tech.enter()
    const lost = await take(refreshToken)
    app.pass(30_000)
    const again = await take(refreshToken)
    expect(again.refreshToken).toBe(lost.refreshToken)
    await expect(take(again.refreshToken)).resolves.toBeDefined()
    expect(await reuses()).toEqual([])
  })

  it('ends the sign-in where it comes again later, access included, and that is written down', async () => {
    const { refreshToken } = await tech.enter()
    const { token, refreshToken: next } = await take(refreshToken)
    await getMe(token)
    app.pass(30_001)
    await expect(take(refreshToken)).rejects.toMatchObject(ended)
    await expect(take(next)).rejects.toMatchObject(ended)
    await expect(getMe(token)).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await reuses()).toHaveLength(1)
  })

  it('that comes late, its successor in use already, brings nothing and ends nothing', async () => {
    const { refreshToken } = await tech.enter()
    const { refreshToken: next } = await take(refreshToken)
    const { refreshToken: third } = await take(next)
    await expect(take(refreshToken)).rejects.toMatchObject(ended)
    await expect(take(third)).resolves.toBeDefined()
  })

  it('used by many at once has one successor', async () => {
    const { refreshToken } = await tech.enter()
    const all = await Promise.all(Array.from({ length: 8 }, () => take(refreshToken)))
    expect(new Set(all.map((each) => each.refreshToken)).size).toBe(1)
  })

  it('ends after a week without use, and however often it is used after thirty days', async () => {
    const idle = await tech.enter()
    let { refreshToken } = await tech.enter()
    for (let passed = 6; passed < 30; passed += 6) {
      app.pass(6 * day)
      refreshToken = (await take(refreshToken)).refreshToken
    }
    await expect(take(idle.refreshToken)).rejects.toMatchObject(ended)
    app.pass(6 * day)
    await expect(take(refreshToken)).rejects.toMatchObject(ended)
  })

  it('ends by signing out, with its access tokens, whichever token of the sign-in is brought', async () => {
    const first = await tech.enter()
    const other = await tech.enter()
    const second = await take(first.refreshToken)
    await getMe(second.token)
    await signOut(first.refreshToken)
    await expect(take(second.refreshToken)).rejects.toMatchObject(ended)
    await expect(getMe(second.token)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(getMe(other.token)).resolves.toBeDefined()
    expect(await signOut('made-up')).toEqual({})
  })

  it('says the role of now: what an administrator changes counts at once', async () => {
    const { token, refreshToken } = await tech.enter()
    expect(await getMe(token)).toMatchObject({ member: { role: 'engineer' } })
    const admin = await team.join('team_admin')
    const [row] = await app.db.asTeam(team.id, (tx) =>
      tx.select().from(member).where(eq(member.id, admin.id)),
    )
    if (row === undefined) throw new Error('no administrator')
    const context = { ...app.deps, team: team.id, member: row, request: 'r' }
    await saveMemberRights(context, tech.id, { role: 'viewer', lead: false, companies: null })
    expect(await getMe(token)).toMatchObject({ member: { role: 'viewer' } })
    expect((await take(refreshToken)).me.member.role).toBe('viewer')
  })

  it('is worth nothing once its member is disabled', async () => {
    const { refreshToken } = await tech.enter()
    await disableMember(tech.installation, tech.email)
    await expect(take(refreshToken)).rejects.toMatchObject(ended)
  })

  it('goes on after the secret keys were rotated', async () => {
    const { refreshToken } = await tech.enter()
    const old = { id: 'test', key: new Uint8Array(32).fill(7) }
    const secrets = createSecretBox([{ id: 'new', key: new Uint8Array(32).fill(8) }, old])
    const before = await take(refreshToken)
    const repeated = await refresh({ ...app.deps, secrets }, refreshToken)
    expect(repeated.refreshToken).toBe(before.refreshToken)
    const next = await refresh({ ...app.deps, secrets }, before.refreshToken)
    await expect(refresh({ ...app.deps, secrets }, next.refreshToken)).resolves.toBeDefined()
  })

  it('is as good as before where the database fails at any statement of its exchange', async () => {
    const { refreshToken } = await tech.enter()
    let failed = 0
    for (let at = 1; ; at++) {
      const outcome = await refresh({ ...app.deps, db: failingAt(app.db, at) }, refreshToken).then(
        () => 'done',
        () => 'failed',
      )
      if (outcome === 'done') break
      failed += 1
      app.pass(60_000)
    }
    expect(failed).toBeGreaterThanOrEqual(3)
    expect(await reuses()).toEqual([])
  })
})

/** The database, but the nth statement of a team's transaction runs and then fails, as when the line goes dead. */
function failingAt(db: Db, nth: number): Db {
  let count = 0
  const failing = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(own, key) {
        const value: unknown = Reflect.get(own, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          count += 1
          const result: unknown = Reflect.apply(value, own, args)
          if (count !== nth) return result
          const fail = () => {
            throw new Error('The line went dead.')
          }
          return key === 'execute' ? Promise.resolve(result).then(fail) : fail()
        }
      },
    })
  return { ...db, asTeam: (team, work) => db.asTeam(team, (tx) => work(failing(tx))) }
}
