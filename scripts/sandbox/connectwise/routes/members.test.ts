import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCredentials } from '../create-sandbox.ts'
import { integrator, integratorHeaders } from '../testing/call-endpoint.ts'
import { at, goodHeaders, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk({ credentials: [demoCredentials, integrator] })
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const token = (identifier: string, headers = integratorHeaders, body?: unknown) =>
  desk.call('POST', `/system/members/${identifier}/tokens`, body, headers)

describe('a token for a member', () => {
  it('acts as the member for four hours', async () => {
    const { status, body } = await token('mrivera', integratorHeaders, { memberIdentifier: 'MRivera' })
    expect([status, at(body, 'expiration')]).toEqual([200, '2026-11-24T19:00:00Z'])
    const user = `${demoCredentials.company}+${at(body, 'publicKey')}:${at(body, 'privateKey')}`
    const own = () =>
      desk.call('GET', '/system/myMembers/info', undefined, {
        ...goodHeaders,
        authorization: `Basic ${btoa(user)}`,
      })
    expect((await own()).body).toMatchObject({ identifier: 'mrivera' })
    await desk.control('POST', '/clock', { seconds: 4 * 3600 })
    expect((await own()).status).toBe(401)
  })

  it('is made for a legacy integrator login alone', async () => {
    expect(await token('mrivera', goodHeaders)).toMatchObject({ status: 403, body: { code: 'Security' } })
  })

  it('asks for the sort of user, a known active member, and no other name in the body', async () => {
    const { 'x-cw-usertype': _, ...without } = integratorHeaders
    expect((await token('mrivera', without)).status).toBe(400)
    expect((await token('nobody')).status).toBe(404)
    expect((await token('dwalsh')).status).toBe(400)
    expect((await token('mrivera', integratorHeaders, { memberIdentifier: 'apetrov' })).status).toBe(400)
    expect(desk.sandbox.state.credentials).toHaveLength(2)
  })
})

describe('deactivating a member', () => {
  const deactivate = (body: unknown) => desk.call('POST', '/system/members/153/deactivate', body)

  it('notes when, and answers who takes over', async () => {
    const handover = { activity: { count: 2, reAssignToMember: { identifier: 'mrivera' } } }
    expect((await deactivate(handover)).status).toBe(200)
    expect((await desk.call('GET', '/system/members/153')).body).toMatchObject({
      inactiveFlag: true,
      inactiveDate: '2026-11-24T15:00:00Z',
    })
  })

  it('is refused twice, with unknown fields, and for a successor who is not there', async () => {
    expect((await deactivate({ colour: 'red' })).status).toBe(400)
    expect((await deactivate({ activity: { reAssignToMember: { identifier: 'nobody' } } })).status).toBe(400)
    expect((await deactivate({})).status).toBe(200)
    expect((await deactivate({})).status).toBe(400)
  })
})

describe('a member', () => {
  it('is read by number or by identifier, and changed by number alone', async () => {
    expect((await desk.call('GET', '/system/members/MRivera')).body).toMatchObject({ id: 151 })
    expect((await desk.call('PATCH', '/system/members/mrivera', [])).status).toBe(404)
  })
})
