import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { account } from '#api/db/schema/account.ts'
import { audit } from '#api/db/schema/team.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestAccount, secretIn, type TestAccount } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import { addMember } from './add-member.ts'
import { changeRole, disableMember, resetPassword } from './change-member.ts'

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

const anybody = () => createCaller(app.api, null).client
const set = (link: string, password: string) => anybody().call('setPassword', { body: { link, password } })
const read = (link: string) => anybody().call('readPasswordLink', { body: { link } })
const newPassword = 'twelve chars, at least'

describe('a link to set a password', () => {
  it('says whose it is, sets the password once, and is nothing after that', async () => {
    const link = await tech.newLink()
    expect(await read(link)).toEqual({ name: 'Ines Vogt', email: tech.email })
    expect(await set(link, newPassword)).toEqual({ name: 'Ines Vogt', email: tech.email })
    await expect(set(link, newPassword)).rejects.toMatchObject({ code: 'not_found' })
    await expect(read(link)).rejects.toMatchObject({ code: 'not_found' })
    await expect(tech.signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(tech.signIn(newPassword)).resolves.toBeDefined()
  })

  it('works for one of many who use it at once', async () => {
    const link = await tech.newLink()
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, (_, n) => set(link, `${newPassword} ${n}`)),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('lasts a day', async () => {
    const link = await tech.newLink()
    app.pass(24 * 3_600_000 - 1)
    await expect(read(link)).resolves.toBeDefined()
    app.pass(1)
    await expect(set(link, newPassword)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('Ask an administrator'),
    })
  })

  it('ends with the next one', async () => {
    const link = await tech.newLink()
    const next = await tech.newLink()
    await expect(read(link)).rejects.toMatchObject({ code: 'not_found' })
    await expect(read(next)).resolves.toBeDefined()
  })

  it.each(['short', 'x'.repeat(201)])(
    'takes no password of another length, and stays good',
    async (password) => {
      const link = await tech.newLink()
      await expect(set(link, password)).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('12 to 200'),
      })
      await expect(set(link, newPassword)).resolves.toBeDefined()
    },
  )

  it('carries its secret where no server sees it, and the database keeps neither it nor a password', async () => {
    const { link } = await resetPassword(tech.installation, tech.email)
    expect(link).toMatch(/^https:\/\/flow\.example\/set-password#[\w-]{43}$/)
    await set(secretIn(link), newPassword)
    const stored = await app.db.asTeam(team.id, async (tx) =>
      JSON.stringify([await tx.select().from(account), await tx.select().from(audit)]),
    )
    for (const secret of [secretIn(link), newPassword, tech.password]) expect(stored).not.toContain(secret)
  })
})

describe('whoever operates the installation', () => {
  const written = () =>
    app.db.asTeam(team.id, async (tx) =>
      (await tx.select().from(audit).where(eq(audit.subject, tech.id))).map(({ action }) => action),
    )

  it('adds a member, changes their role, disables them and lets them in again, each written down', async () => {
    const { token, refreshToken } = await tech.enter()
    const caller = createCaller(app.api, token)
    await changeRole(tech.installation, tech.email, 'viewer', false)
    app.pass(15_000)
    expect(await caller.client.call('getMe')).toMatchObject({ member: { role: 'viewer' } })
    expect(await disableMember(tech.installation, tech.email)).toEqual({ name: 'Ines Vogt', ended: 1 })
    app.pass(15_000)
    await expect(caller.client.call('getMe')).rejects.toMatchObject({ code: 'not_signed_in' })
    const refresh = { body: { grant: 'refresh_token', refreshToken } } as const
    await expect(anybody().call('takeToken', refresh)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(tech.signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
    const { link } = await resetPassword(tech.installation, tech.email)
    await expect(tech.signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
    await set(secretIn(link), newPassword)
    await expect(tech.signIn(newPassword)).resolves.toBeDefined()
    expect(await written()).toEqual(
      expect.arrayContaining([
        'account.added',
        'account.link_made',
        'account.password_set',
        'account.signed_in',
        'account.refused',
        'account.disabled',
        'account.enabled',
        'member.rights_saved',
      ]),
    )
  })

  it('makes a link of a disabled member useless with them', async () => {
    const link = await tech.newLink()
    await disableMember(tech.installation, tech.email)
    await expect(set(link, newPassword)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each([
    ['an address that is none', { email: 'ines' }, 'no e-mail address'],
    ['an address that another team’s account has', { email: 'taken' }, 'already'],
  ])('is told what is wrong with %s', async (_, { email }, words) => {
    const other = await createTestTeam(app)
    const taken = email === 'taken' ? tech.email.toUpperCase() : email
    const installation = { ...tech.installation, team: other.id }
    const wanted = { email: taken, name: 'Ines Vogt', role: 'engineer', identifier: null } as const
    await expect(addMember(installation, wanted)).rejects.toThrow(words)
  })

  it('is told where there is no such team or account', async () => {
    const nowhere = { ...tech.installation, team: app.deps.ids.uuid() }
    const wanted = { email: 'new@msp.example', name: 'New', role: 'viewer', identifier: null } as const
    await expect(addMember(nowhere, wanted)).rejects.toThrow('There is no team')
    await expect(disableMember(tech.installation, 'nobody@msp.example')).rejects.toThrow('No account')
  })

  it('is told where address and ConnectWise identifier are two people’s', async () => {
    await team.join('engineer', { identifier: 'other' })
    const wanted = { email: tech.email, name: 'Ines Vogt', role: 'engineer', identifier: 'other' } as const
    await expect(addMember(tech.installation, wanted)).rejects.toThrow('different members')
  })
})
