import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MemoryPsa, memoryPsa } from '#api/adapters/memory/memory-psa.ts'
import { smallPsaWorld } from '#api/adapters/memory/memory-psa-world.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { PsaError } from '#api/ports/psa.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember } from '#api/testing/test-team.ts'

let app: TestApp
let psa: MemoryPsa
let admin: TestMember
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  const team = await createTestTeam(app)
  psa = memoryPsa(smallPsaWorld(), app.deps.clock)
  app.connect(team.id, psa)
  admin = await team.join('team_admin', { identifier: 'tech1' })
})

const read = () => admin.client.call('getPostOptions', { params: { kind: 'service', id: 101 } })
const preferTime = () =>
  admin.client.call('saveTeamSettings', {
    body: { ...defaultSettings, postKind: { default: 'time', boards: {} } },
  })

describe('what can be chosen for a post', () => {
  it('is a time entry where the team prefers one and nothing is in the way', async () => {
    await preferTime()
    expect(await read()).toMatchObject({
      locks: { time: null, discussions: false },
      defaults: { kind: 'time', workType: 1, billable: 'Billable' },
    })
  })

  it('is a note alone on a board that is locked, whatever the team prefers', async () => {
    await preferTime()
    for (const board of psa.world.boards) board.locks = { time: true, discussions: true }
    expect(await read()).toMatchObject({
      locks: { time: 'board', discussions: true },
      defaults: { kind: 'note' },
    })
  })

  it('is a note alone while the ticket stands on a status that takes no time', async () => {
    await preferTime()
    await psa.setStatus({ ticket: { id: 101, kind: 'service' }, status: 13, notify: false })
    expect(await read()).toMatchObject({ locks: { time: 'status' }, defaults: { kind: 'note' } })
  })

  it('takes a board that we may not read for an open one', async () => {
    psa.boardLocks = async () => {
      throw new PsaError('forbidden', 'No right to read boards.')
    }
    expect((await read()).locks).toEqual({ time: null, discussions: false })
  })

  it('leaves the status as it is until the team says otherwise for the board', async () => {
    expect((await read()).defaults.statusAfter).toEqual({ resolved: null, escalate: null, refer: null })
    const statusAfter = { '1': { resolved: 14, escalate: 21 }, '2': { refer: 21 } }
    await admin.client.call('saveTeamSettings', { body: { ...defaultSettings, statusAfter } })
    // 21 is a status of another board: it cannot be set on this one.
    expect((await read()).defaults.statusAfter).toEqual({ resolved: 14, escalate: null, refer: null })
  })
})

describe('a ticket’s recent tickets', () => {
  it('begin with those of any of its configurations, each once', async () => {
    const [machine] = psa.world.configurations
    if (machine === undefined) throw new Error('no machine')
    psa.world.configurations = [
      { ...machine, tickets: [101] },
      { ...machine, id: 8, name: 'ACME-PRN-02', tickets: [101, 102] },
    ]
    const ticket = await admin.client.call('getTicket', { params: { kind: 'service', id: 101 } })
    expect(ticket.recent.map(({ id }) => id)).toEqual([102, 103])
  })
})
