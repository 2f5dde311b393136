import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember } from '#api/testing/test-team.ts'
import { defaultSettings } from './default-settings.ts'

let app: TestApp
let admin: TestMember
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  admin = await (await createTestTeam(app)).join('team_admin')
})

const save = (body: unknown) => admin.request('PUT', '/team/settings', body)
const read = () => admin.client.call('getTeamSettings')

describe('the team’s settings', () => {
  it('keep what a change leaves out, and take what it names whole', async () => {
    const statusAfter = { '1': { resolved: 14 } }
    await save({ ...defaultSettings, statusAfter, redactionTerms: ['Nordwind'] })
    const reply = await save({ ...defaultSettings, quarantineSeconds: 60 })
    expect(reply.status).toBe(200)
    expect(await read()).toEqual({ ...defaultSettings, statusAfter, quarantineSeconds: 60 })
    await save({ undoSeconds: { internal: 0, visible: 20 } })
    expect(await read()).toMatchObject({ statusAfter, undoSeconds: { internal: 0, visible: 20 } })
    await save({ statusAfter: {} })
    expect(await read()).toMatchObject({ statusAfter: {}, quarantineSeconds: 60 })
  })

  it('both keep their change where two are made at once', async () => {
    await Promise.all([save({ roundMinutesTo: 15 }), save({ beforeSave: true })])
    expect(await read()).toEqual({ ...defaultSettings, roundMinutesTo: 15, beforeSave: true })
  })

  it('refuse a change that is none', async () => {
    expect((await save({ undoSeconds: { internal: 3 } })).status).toBe(422)
    expect((await save({ quarantine: 3 })).status).toBe(422)
    expect(await read()).toEqual(defaultSettings)
  })

  it('say in the contract that what is left out stays', async () => {
    const contract = await (await admin.request('GET', '/openapi.json')).json()
    const put = { summary: expect.stringContaining('left out') }
    expect(contract).toMatchObject({ paths: { '/team/settings': { put } } })
    const content = { 'application/json': { schema: { required: expect.anything() } } }
    expect(contract).not.toMatchObject({ paths: { '/team/settings': { put: { requestBody: { content } } } } })
  })
})
