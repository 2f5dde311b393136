import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MemoryPsa, memoryPsa } from '#api/adapters/memory/memory-psa.ts'
import { smallPsaWorld } from '#api/adapters/memory/memory-psa-world.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'

let app: TestApp
let team: TestTeam
let psa: MemoryPsa
let lead: TestMember
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  team = await createTestTeam(app)
  psa = memoryPsa(smallPsaWorld(), app.deps.clock)
  lead = await team.join('engineer', { lead: true, identifier: 'tech1' })
})

const params = { kind: 'service', id: 101 } as const
const read = () => lead.client.call('getTicket', { params })
const away = () => Promise.reject(new PsaError('unavailable', 'ConnectWise could not be reached.'))
const parts = {
  contact: { contact: away },
  configurations: { configurations: away },
  texts: { texts: away },
  recent: { recentTickets: away },
} satisfies Record<string, Partial<Psa>>

describe('a ticket of which a part cannot be read', () => {
  it.each(Object.entries(parts))('is shown without its %s, and says so', async (part, broken) => {
    app.connect(team.id, psa)
    const whole = await read()
    expect(whole).not.toHaveProperty('missing')
    app.deps.cache.tickets.forget('')
    app.connect(team.id, { ...psa, ...broken })
    const view = await read()
    expect(view).toMatchObject({ summary: whole.summary, missing: [part] })
    expect(view.contact?.name).toBe(whole.contact?.name)
  })

  it('is read anew the next time, and whole then', async () => {
    app.connect(team.id, { ...psa, ...parts.texts, ...parts.contact })
    expect((await read()).missing?.toSorted()).toEqual(['contact', 'texts'])
    app.connect(team.id, psa)
    expect(await read()).not.toHaveProperty('missing')
  })

  it('still has flows that fit, and can be worked on', async () => {
    const flow = await publishSample(lead)
    app.connect(team.id, { ...psa, ...parts.texts, ...parts.configurations })
    expect((await lead.client.call('suggestFlows', { params })).suggestions[0]?.flow).toBe(flow)
    const ids = { id: app.deps.ids.uuid(), at: new Date(app.deps.clock.now()).toISOString() }
    const body = { ...ids, ticket: { ...params }, flow }
    expect((await lead.client.call('startSession', { body })).header.ticket.id).toBe(101)
  })

  it('names its contact among those who may be mailed, though without an address', async () => {
    app.connect(team.id, psa)
    const known = await lead.client.call('getPostOptions', { params })
    app.deps.cache.tickets.forget('')
    app.connect(team.id, { ...psa, ...parts.contact })
    const { mayMail } = await lead.client.call('getPostOptions', { params })
    expect(mayMail).toHaveLength(known.mayMail.length)
    expect(mayMail.length).toBeGreaterThan(0)
  })

  it('is not shown at all where the ticket itself cannot be read', async () => {
    app.connect(team.id, { ...psa, ticket: away })
    await expect(read()).rejects.toMatchObject({ code: 'ticket_system' })
  })
})
