import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { eventBy } from '#api/testing/events.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import { sampleFlow } from '#api/testing/sample-flow.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import type { EventBody } from '#shared/session/event.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const at = '2026-11-24T09:00:00.000Z'
const ticket = { kind: 'service', id: '101' } as const
let team: TestTeam
let lead: TestMember
beforeEach(async () => {
  team = await createTestTeam(app)
  lead = await team.join('engineer', { lead: true })
})

const suggest = (by: TestMember) => by.client.call('suggestFlows', { params: ticket })
const search = async (text: string) =>
  (await lead.client.call('listFlows', { query: { text } })).flows.map(({ id }) => id)

describe('suggestions for a ticket', () => {
  it('say that nothing fits while the team has no flow that does', async () => {
    expect(await suggest(lead)).toEqual({ suggestions: [], nothingFits: true })
    await lead.client.call('createFlow', {
      body: { ...sampleFlow, id: 'badge', title: 'Badge reader dead', symptoms: ['Badge reader is dark'] },
    })
    await lead.client.call('publishFlow', { params: { id: 'badge' } })
    expect(await suggest(lead)).toEqual({ suggestions: [], nothingFits: true })
  })

  it('name the published flow that fits, with the ticket’s words as the reason', async () => {
    const flow = await publishSample(lead)
    expect(await suggest(lead)).toEqual({
      suggestions: [
        {
          flow,
          title: sampleFlow.title,
          summary: sampleFlow.summary,
          words: expect.arrayContaining(['Outlook', 'connect']),
          steps: sampleFlow.steps.length,
        },
      ],
      nothingFits: false,
    })
  })

  it('leave drafts out, and follow what is published next', async () => {
    await lead.client.call('createFlow', { body: sampleFlow })
    expect((await suggest(lead)).nothingFits).toBe(true)
    await lead.client.call('publishFlow', { params: { id: sampleFlow.id } })
    expect((await suggest(lead)).suggestions[0]?.flow).toBe(`${sampleFlow.id}@1`)
    const renamed = { ...sampleFlow, title: 'Outlook cannot connect' }
    await lead.client.call('saveFlowDraft', { params: { id: sampleFlow.id }, body: renamed })
    await lead.client.call('publishFlow', { params: { id: sampleFlow.id } })
    expect((await suggest(lead)).suggestions[0]).toMatchObject({
      flow: `${sampleFlow.id}@2`,
      title: 'Outlook cannot connect',
    })
  })

  it('say how often a flow was walked to an end, and how often that resolved it', async () => {
    const flow = await publishSample(lead)
    const past = async (by = lead) => (await suggest(by)).suggestions[0]?.past
    const walk = async (on: number, ...bodies: EventBody[]) => {
      const { header } = await lead.client.call('startSession', {
        body: { id: systemIds.uuid(), ticket: { id: on, kind: 'service' }, flow, at },
      })
      const events = bodies.map((body) => eventBy(lead.id, body, at))
      await lead.client.call('appendEvents', { params: { id: header.id }, body: { base: 0, events } })
    }
    const step = (id: string) => [`${flow}:${id}`]
    await walk(
      101,
      { type: 'answered', step: step('webmail'), choice: 'yes' },
      { type: 'done', step: step('work-offline') },
      { type: 'answered', step: step('check'), choice: 'yes' },
    )
    expect(await past()).toEqual({ used: 1, resolved: 1 })
    const other = app.psa.world.tickets.find(({ id }) => id === 102)
    if (other) other.company = { ...other.company, id: 4 }
    await walk(102, { type: 'concluded', outcome: 'escalate', words: 'Profile is broken' })
    expect(await past()).toEqual({ used: 2, resolved: 1 })
    await walk(101, { type: 'answered', step: step('webmail'), choice: 'yes' })
    expect(await past()).toEqual({ used: 2, resolved: 1 })
    expect(await past(await team.join('engineer', { companies: [3] }))).toEqual({ used: 1, resolved: 1 })
    if (other) other.company = { ...other.company, id: 3 }
  })

  it('never come from another team', async () => {
    await publishSample(lead)
    const stranger = await (await createTestTeam(app)).join('engineer')
    expect((await suggest(stranger)).nothingFits).toBe(true)
  })
})

describe('the search for a flow', () => {
  it('finds drafts too, while the word is still being typed', async () => {
    await lead.client.call('createFlow', { body: sampleFlow })
    expect(await search('outl')).toEqual([sampleFlow.id])
    expect(await search('webmail unicorn')).toEqual([sampleFlow.id])
    expect(await search('printer')).toEqual([])
  })

  it('sees a draft as it was saved last', async () => {
    await lead.client.call('createFlow', { body: sampleFlow })
    expect(await search('zebra')).toEqual([])
    app.pass(1_000)
    const body = { ...sampleFlow, title: 'Zebra does not connect' }
    await lead.client.call('saveFlowDraft', { params: { id: sampleFlow.id }, body })
    expect(await search('zebra')).toEqual([sampleFlow.id])
  })
})
