import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { member, team as teamTable } from '#api/db/schema/team.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { createCaller } from '#api/testing/caller.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'

let app: TestApp
let team: TestTeam
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  team = await createTestTeam(app)
})

const signIn = (claim: { memberId?: string; memberHash?: string } = {}, handle = team.handle) =>
  createCaller(app.api, null).client.call('signInFromPod', {
    body: { handle, member: { memberId: 'tech1', memberHash: 'hash-of-tech1', ...claim } },
  })
const membersNow = () => app.db.asTeam(team.id, (tx) => tx.select().from(member))

describe('signing in from a pod', () => {
  it('takes in whom ConnectWise confirms, as an engineer of the pod’s team', async () => {
    const { token, me } = await signIn()
    expect(me).toMatchObject({
      member: { name: 'Member 1', role: 'engineer', psaIdentifier: 'tech1' },
      team: { id: team.id },
    })
    expect(await createCaller(app.api, token).client.call('getMe')).toMatchObject({
      member: { id: me.member.id },
    })
  })

  it('finds the same member again, whatever the spelling', async () => {
    const first = await signIn()
    const second = await signIn({ memberId: 'TECH1' })
    expect(second.me.member.id).toBe(first.me.member.id)
    expect(await membersNow()).toHaveLength(1)
  })

  it('gives many first sign-ins at once one account', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => signIn()))
    expect(new Set(all.map(({ me }) => me.member.id)).size).toBe(1)
  })

  it('links an account that waits under the member’s e-mail address', async () => {
    const waiting = await team.join('team_admin')
    await app.db.asTeam(team.id, (tx) =>
      tx.update(member).set({ email: 'Tech1@msp.example' }).where(eq(member.id, waiting.id)),
    )
    expect((await signIn()).me.member).toMatchObject({
      id: waiting.id,
      role: 'team_admin',
      psaIdentifier: 'tech1',
    })
  })

  it('lets nobody join where the team does not wish it', async () => {
    await app.db.asTeam(team.id, (tx) =>
      tx.update(teamTable).set({ settings: { ...defaultSettings, membersJoinThemselves: false } }),
    )
    await expect(signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await membersNow()).toEqual([])
  })

  it('refuses a forged, foreign, inactive or unanswered claim with one and the same answer', async () => {
    const refusals: unknown[] = []
    const refuse = (attempt: Promise<unknown>) =>
      attempt.catch(({ code, message }) => refusals.push({ code, message }))
    await refuse(signIn({ memberHash: 'guessed' }))
    await refuse(signIn({ memberId: 'tech2' }))
    await refuse(signIn({ memberId: 'left', memberHash: 'hash-of-left' }))
    await refuse(signIn({}, 'no-such-handle'))
    app.psa.failNext('read unavailable')
    await refuse(signIn())
    expect(refusals).toHaveLength(5)
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(await membersNow()).toEqual([])
  })

  it('shuts out a member who was disabled, within the quarter minute that roles are remembered', async () => {
    const { token, me } = await signIn()
    const caller = createCaller(app.api, token)
    await caller.client.call('getMe')
    await app.db.asTeam(team.id, (tx) =>
      tx
        .update(member)
        .set({ disabledAt: new Date(app.deps.clock.now()) })
        .where(eq(member.id, me.member.id)),
    )
    app.pass(15_001)
    await expect(caller.client.call('getMe')).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
  })

  it('holds back a handle after many refusals, and no other, until some minutes have passed', async () => {
    for (let n = 0; n < 30; n++)
      await expect(signIn({ memberHash: `guess ${n}` })).rejects.toMatchObject({ code: 'not_signed_in' })
    const body = { handle: team.handle, member: { memberId: 'tech1', memberHash: 'hash-of-tech1' } }
    const held = await createCaller(app.api, null).request('POST', '/pod/sign-in', body)
    expect(held.status).toBe(429)
    expect(Number(held.headers.get('retry-after'))).toBe(300)
    await expect(signIn({}, (await createTestTeam(app)).handle)).resolves.toBeDefined()
    app.pass(300_000)
    await expect(signIn()).resolves.toBeDefined()
  })

  it('holds back an address that tries many handles', async () => {
    const from = async (remoteAddress: string) => {
      const member = { memberId: 'tech1', memberHash: 'guessed' }
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ handle: `unknown-${app.deps.ids.uuid()}`, member }),
      }
      const incoming = { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } }
      return (await app.api.request('/pod/sign-in', init, { incoming })).status
    }
    for (let n = 0; n < 300; n++) expect(await from('192.0.2.1')).toBe(401)
    expect(await from('192.0.2.1')).toBe(429)
    expect(await from('192.0.2.2')).toBe(401)
  })

  it('holds nobody back because ConnectWise is silent', async () => {
    for (let n = 0; n < 31; n++) {
      app.psa.failNext('read unavailable')
      await expect(signIn()).rejects.toMatchObject({ code: 'not_signed_in' })
    }
    await expect(signIn()).resolves.toBeDefined()
  })
})
