import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { audit } from '#api/db/schema/team.ts'
import { eventBy } from '#api/testing/events.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'

let app: TestApp
let team: TestTeam
let admin: TestMember
let engineer: TestMember
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  team = await createTestTeam(app)
  admin = await team.join('team_admin')
  engineer = await team.join('engineer')
})

const ownCompany = 3
const otherCompany = 99
const at = '2026-11-24T09:00:00.000Z'
const rights = { role: 'engineer', lead: false, companies: null } as const
const give = (by: TestMember, to: TestMember, more: object) =>
  by.client.call('saveMemberRights', { params: { id: to.id }, body: { ...rights, ...more } })
const start = (by: TestMember) =>
  by.client.call('startSession', {
    body: { id: systemIds.uuid(), ticket: { id: 101, kind: 'service' }, flow: null, at },
  })

describe('what a member may do and see', () => {
  it('is set by an administrator, in force at once, and written down', async () => {
    await engineer.client.call('getMe')
    const view = await give(admin, engineer, { role: 'viewer', companies: [ownCompany] })
    expect(view).toMatchObject({ id: engineer.id, role: 'viewer', companies: [ownCompany] })
    expect(await engineer.client.call('getMe')).toMatchObject({
      member: { role: 'viewer', companies: [ownCompany] },
    })
    await expect(start(engineer)).rejects.toMatchObject({ code: 'forbidden' })
    const { members } = await admin.client.call('listMembers')
    expect(members).toContainEqual(view)
    const written = await app.db.asTeam(team.id, (tx) =>
      tx
        .select()
        .from(audit)
        .where(and(eq(audit.action, 'member.rights_saved'), eq(audit.subject, engineer.id))),
    )
    expect(written).toMatchObject([
      { actor: admin.id, details: { before: { role: 'engineer' }, after: { role: 'viewer' } } },
    ])
  })

  it('is not one’s own to change', async () => {
    await expect(give(admin, admin, {})).rejects.toMatchObject({ code: 'invalid' })
  })

  it('leaves an administrator every company', async () => {
    const narrowed = give(admin, engineer, { role: 'team_admin', companies: [ownCompany] })
    await expect(narrowed).rejects.toMatchObject({ code: 'invalid' })
  })

  it('makes a super_admin by another one alone', async () => {
    await expect(give(admin, engineer, { role: 'super_admin' })).rejects.toMatchObject({ code: 'forbidden' })
    const operator = await team.join('super_admin')
    await expect(give(admin, operator, {})).rejects.toMatchObject({ code: 'forbidden' })
    expect(await give(operator, engineer, { role: 'super_admin' })).toMatchObject({ role: 'super_admin' })
  })
})

describe('a co-managed member', () => {
  it('works on the tickets of their companies like everybody else', async () => {
    await give(admin, engineer, { companies: [ownCompany, otherCompany] })
    expect((await engineer.client.call('findTickets')).tickets.map(({ id }) => id)).toContain(101)
    const { header } = await start(engineer)
    const { sessions } = await engineer.client.call('listSessions', { query: { ticket: '101' } })
    expect(sessions.map(({ id }) => id)).toEqual([header.id])
    const activity = await engineer.client.call('getMyActivity', { query: { from: at } })
    expect(activity.sessions).toHaveLength(1)
  })

  it('finds nothing of other companies, not even what they began there before', async () => {
    const { header } = await start(engineer)
    await give(admin, engineer, { companies: [otherCompany] })
    expect(await engineer.client.call('findTickets')).toEqual({ tickets: [] })
    expect(await engineer.client.call('listSessions', { query: { mine: 'true' } })).toEqual({ sessions: [] })
    expect(await engineer.client.call('getMyActivity', { query: { from: at } })).toMatchObject({
      sessions: [],
      open: [],
    })
    const append = engineer.client.call('appendEvents', {
      params: { id: header.id },
      body: { base: 0, events: [eventBy(engineer.id, { type: 'acted', text: 'Looked at it' })] },
    })
    await expect(append).rejects.toMatchObject({ code: 'not_found' })
  })

  it('without any company sees no ticket at all', async () => {
    await give(admin, engineer, { companies: [] })
    expect(await engineer.client.call('findTickets')).toEqual({ tickets: [] })
    expect(await engineer.client.call('listSessions')).toEqual({ sessions: [] })
  })

  it('stops hearing of a session that is of none of their companies any more', async () => {
    const { header } = await start(engineer)
    const answer = await engineer.request('GET', `/sessions/${header.id}/stream?after=0`)
    const reader = answer.body?.getReader()
    await reader?.read()
    await give(admin, engineer, { companies: [otherCompany] })
    await admin.client.call('appendEvents', {
      params: { id: header.id },
      body: { base: 0, events: [eventBy(admin.id, { type: 'acted', text: 'Hidden from them' })] },
    })
    expect(await reader?.read()).toEqual({ done: true, value: undefined })
  })
})
