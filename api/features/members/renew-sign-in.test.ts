import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit, member } from '#api/db/schema/team.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import { signInLifetimeSeconds, tokenLifetimeSeconds } from '#api/tokens/tokens.ts'

let app: TestApp
let team: TestTeam
let engineer: TestMember
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  team = await createTestTeam(app)
  engineer = await team.join('engineer')
})

const renew = (token: string) => createCaller(app.api, token).client.call('renewSignIn')
const change = (values: Partial<typeof member.$inferInsert>) =>
  app.db.asTeam(team.id, (tx) => tx.update(member).set(values).where(eq(member.id, engineer.id)))
const renewals = () =>
  app.db.asTeam(team.id, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'member.renewed'), eq(audit.actor, engineer.id))),
  )

describe('renewing a sign-in', () => {
  it('gives a token that lasts on when the old one has ended, and writes down that it did', async () => {
    app.pass((tokenLifetimeSeconds - 60) * 1000)
    const { token, expiresIn, me } = await renew(engineer.token)
    expect(expiresIn).toBe(tokenLifetimeSeconds)
    expect(me.member.id).toBe(engineer.id)
    app.pass(120_000)
    await expect(renew(engineer.token)).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await createCaller(app.api, token).client.call('getMe')).toMatchObject({
      member: { id: engineer.id },
    })
    expect(await renewals()).toHaveLength(1)
  })

  it('ends twelve hours after the person signed in, however often it was renewed', async () => {
    let { token } = engineer
    let passed = 0
    let expiresIn = tokenLifetimeSeconds
    while (expiresIn === tokenLifetimeSeconds) {
      const step = tokenLifetimeSeconds - 30
      app.pass(step * 1000)
      passed += step
      const renewed = await renew(token)
      token = renewed.token
      expiresIn = renewed.expiresIn
    }
    expect(passed + expiresIn).toBe(signInLifetimeSeconds)
    app.pass((expiresIn - 30) * 1000)
    await expect(renew(token)).rejects.toMatchObject({
      code: 'not_signed_in',
      message: expect.stringContaining('12 hours'),
    })
  })

  it.each([
    ['was disabled', { disabledAt: new Date(0) }],
    ['got another role', { role: 'team_admin' }],
    ['became a lead', { lead: true }],
  ] as const)('is refused at once to a member who %s, remembered or not', async (_, values) => {
    await engineer.client.call('getMe')
    await change(values)
    await expect(renew(engineer.token)).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await renewals()).toEqual([])
  })

  it('is refused to a pod’s token: for that ConnectWise is asked again', async () => {
    const { token } = await createCaller(app.api, null).client.call('signInFromPod', {
      body: { handle: team.handle, member: { memberId: 'tech1', memberHash: 'hash-of-tech1' } },
    })
    await expect(renew(token)).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
