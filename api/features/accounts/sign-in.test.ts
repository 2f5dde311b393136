import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountOfEmail } from '#api/db/directory-of-sign-ins.ts'
import { account } from '#api/db/schema/account.ts'
import { audit, member } from '#api/db/schema/team.ts'
import { createPasswords } from '#api/secrets/passwords.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestAccount, type TestAccount } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import { disableMember } from './change-member.ts'
import { emailKey } from './email-key.ts'

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
  // Nobody waits for what an earlier test counted.
  app.pass(3_600_000)
})

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'it succeeded',
    ({ code, message }) => JSON.stringify({ code, message }),
  )
const audits = (action: string) =>
  app.db.asTeam(team.id, (tx) => tx.select().from(audit).where(eq(audit.action, action)))
const trying = (email: string, password: string) =>
  createCaller(app.api, null).client.call('signIn', { body: { email, password } })

async function from(remoteAddress: string, email: string, password: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ email, password }) }
  const incoming = { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } }
  return app.api.request('/sign-in', init, { incoming })
}

describe('signing in by e-mail and password', () => {
  it('gives a token that says who signed in, and is written down', async () => {
    const { token, me } = await tech.signIn()
    expect(me).toMatchObject({ member: { id: tech.id, role: 'engineer' }, team: { id: team.id } })
    expect(await createCaller(app.api, token).client.call('getMe')).toMatchObject({ member: { id: tech.id } })
    expect(await audits('account.signed_in')).toMatchObject([{ actor: tech.id, subject: tech.id }])
  })

  it('takes the address in any spelling', async () => {
    expect(await trying(`  ${tech.email.toUpperCase()} `, tech.password)).toMatchObject({
      me: { member: { id: tech.id } },
    })
  })

  it('refuses an unknown address, a wrong password, none set and a disabled member by one answer', async () => {
    const gone = await createTestAccount(app, team)
    await disableMember(gone.installation, gone.email)
    const unset = await createTestAccount(app, team)
    await app.db.asTeam(team.id, (tx) =>
      tx.update(account).set({ passwordHash: null }).where(eq(account.memberId, unset.id)),
    )
    const answers = await Promise.all([
      refusalOf(trying('nobody@msp.example', tech.password)),
      refusalOf(trying(tech.email, 'wrong horse battery')),
      refusalOf(trying(unset.email, unset.password)),
      refusalOf(trying(gone.email, gone.password)),
    ])
    expect(answers[0]).toContain('not_signed_in')
    expect(new Set(answers).size).toBe(1)
    expect(await audits('account.refused')).toHaveLength(3)
  })

  it('does the same work for an address that nobody has', async () => {
    const statements: string[][] = []
    for (const email of [tech.email, 'nobody@msp.example']) {
      const seen: string[] = []
      const verified: (string | null)[] = []
      const { passwords } = app.deps
      const watched = {
        ...passwords,
        verify: (password: string, stored: string | null) => {
          verified.push(stored)
          return passwords.verify(password, stored)
        },
      }
      const db = {
        ...app.db,
        asTeam: ((id, work) => {
          seen.push('team')
          return app.db.asTeam(id, work)
        }) satisfies TestApp['db']['asTeam'],
        withoutTeam: ((work) => {
          seen.push('directory')
          return app.db.withoutTeam(work)
        }) satisfies TestApp['db']['withoutTeam'],
      }
      const { signIn } = await import('./sign-in.ts')
      const body = { email, password: 'wrong horse battery' }
      await refusalOf(signIn({ ...app.deps, db, passwords: watched }, body, { address: null, request: 'r' }))
      expect(verified).toHaveLength(1)
      statements.push(seen)
    }
    expect(statements[0]).toEqual(statements[1])
    expect(statements[0]).toEqual(['directory', 'directory', 'team', 'team'])
  })

  it('makes a hash anew where it was made at a lower cost, and the password stays', async () => {
    const dearer = createPasswords(app.deps.ids.randomBytes, { memory: 128, passes: 1, lanes: 1 })
    const { signIn } = await import('./sign-in.ts')
    const body = { email: tech.email, password: tech.password }
    await signIn({ ...app.deps, passwords: dearer }, body, { address: null, request: 'r' })
    const [row] = await app.db.asTeam(team.id, (tx) =>
      tx.select().from(account).where(eq(account.memberId, tech.id)),
    )
    expect(row?.passwordHash).toContain('m=128,')
    await expect(tech.signIn()).resolves.toBeDefined()
  })

  it('keeps no address where others than the team could read it', async () => {
    expect(await accountOfEmail(app.db, emailKey(tech.email))).toEqual({ team: team.id, member: tech.id })
    expect(await accountOfEmail(app.db, tech.email)).toBeNull()
  })

  it('ends twelve hours later, and with the sign-in at once where the password is set anew', async () => {
    const { token } = await tech.signIn()
    const caller = createCaller(app.api, token)
    const { token: renewed } = await caller.client.call('renewSignIn')
    const link = await tech.newLink()
    await createCaller(app.api, null).client.call('setPassword', { body: { link, password: tech.password } })
    for (const each of [token, renewed]) {
      const late = createCaller(app.api, each).client
      await expect(late.call('getMe')).rejects.toMatchObject({ code: 'not_signed_in' })
      await expect(late.call('renewSignIn')).rejects.toMatchObject({ code: 'not_signed_in' })
    }
  })
})

describe('the limits on failed sign-ins', () => {
  it('hold back one account at one address, say for how long, and pass', async () => {
    for (let n = 0; n < 10; n++) expect((await from('192.0.2.1', tech.email, 'wrong')).status).toBe(401)
    const held = await from('192.0.2.1', tech.email, tech.password)
    expect(held.status).toBe(429)
    expect(Number(held.headers.get('retry-after'))).toBe(900)
    expect(await held.text()).toContain('Try again in 15 minutes.')
    app.pass(14 * 60_000 + 30_000)
    expect(await (await from('192.0.2.1', tech.email, tech.password)).text()).toContain('in one minute.')
    app.pass(30_000)
    expect((await from('192.0.2.1', tech.email, tech.password)).status).toBe(200)
  })

  it('count what is tried at once, before any of it is judged', async () => {
    const many = await Promise.all(Array.from({ length: 25 }, () => from('192.0.2.1', tech.email, 'wrong')))
    expect(many.filter(({ status }) => status === 401)).toHaveLength(10)
  })

  it('hold back an account that many addresses try, and yet not the member at a place they signed in from', async () => {
    expect((await from('198.51.100.7', tech.email, tech.password)).status).toBe(200)
    const statuses: number[] = []
    for (let n = 0; n < 40; n++) statuses.push((await from(`203.0.113.${n}`, tech.email, 'wrong')).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(30)
    expect((await from('192.0.2.99', tech.email, tech.password)).status).toBe(429)
    expect((await from('198.51.100.7', tech.email, tech.password)).status).toBe(200)
  })

  it('hold back an address that tries many accounts, and no other', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 105; n++)
      statuses.push((await from('192.0.2.8', `unknown${n}@msp.example`, 'wrong')).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(100)
    expect((await from('192.0.2.8', tech.email, tech.password)).status).toBe(429)
    expect((await from('192.0.2.9', tech.email, tech.password)).status).toBe(200)
  })

  it('count no sign-in that succeeds', async () => {
    for (let n = 0; n < 105; n++)
      expect((await from('192.0.2.20', tech.email, tech.password)).status).toBe(200)
  })

  it('are asked before any hash is made', async () => {
    for (let n = 0; n < 10; n++) await from('192.0.2.1', tech.email, 'wrong')
    let hashes = 0
    const verify = async () => {
      hashes += 1
      return false
    }
    const { signIn } = await import('./sign-in.ts')
    const deps = { ...app.deps, passwords: { ...app.deps.passwords, verify } }
    const attempt = signIn(deps, { email: tech.email, password: 'x' }, { address: '192.0.2.1', request: 'r' })
    await expect(attempt).rejects.toMatchObject({ code: 'too_many' })
    expect(hashes).toBe(0)
  })

  it('leave nothing behind once they have passed', async () => {
    await from('192.0.2.1', tech.email, 'wrong')
    const { countOf } = await import('#api/db/tallies.ts')
    const { hashOf } = await import('./secret-token.ts')
    const key = hashOf('address|192.0.2.1')
    // A moment long gone sees whatever row there is.
    const rows = () => app.db.withoutTeam((tx) => countOf(tx, key, new Date(0)))
    expect(await rows()).toBeGreaterThan(0)
    app.pass(3_600_001)
    await from('192.0.2.2', tech.email, tech.password)
    expect(await rows()).toBe(0)
  })
})

describe('a member with an account', () => {
  it('is the same member when they come by the pod, whichever was first', async () => {
    const both = await createTestAccount(app, team, { identifier: 'tech1' })
    const body = { handle: team.handle, member: { memberId: 'tech1', memberHash: 'hash-of-tech1' } }
    const { me } = await createCaller(app.api, null).client.call('signInFromPod', { body })
    expect(me.member.id).toBe(both.id)

    const other = await createTestTeam(app)
    const there = { ...body, handle: other.handle }
    const first = await createCaller(app.api, null).client.call('signInFromPod', { body: there })
    const later = await createTestAccount(app, other, { identifier: 'TECH1' })
    expect(later.id).toBe(first.me.member.id)
    const rows = await app.db.asTeam(other.id, (tx) => tx.select().from(member).where(sql`true`))
    expect(rows).toHaveLength(1)
  })
})
