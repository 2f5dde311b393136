import { describe, expect, it } from 'vitest'
import { service, startScripted } from './scripted-psa.ts'

describe('addTimeEntry', () => {
  const entry = {
    ticket: service(69),
    text: 'x',
    show: { discussion: false, internal: true, resolution: false },
    member: 'tech1',
    start: '2025-01-05T14:00:00Z',
    end: '2025-01-05T14:30:00Z',
    breakMinutes: 0,
    workType: null,
    workRole: null,
    agreement: null,
    billable: null,
    notify: true,
  }

  it('sends nothing where it cannot learn whom the ticket mails', async () => {
    const { psa, server } = await startScripted({ 'GET /service/tickets/69': { status: 503, body: '' } })
    expect(await psa.addTimeEntry(entry)).toMatchObject({ outcome: 'refused', reason: 'not_sent' })
    expect(server.calls().filter((call) => call.method === 'POST')).toHaveLength(0)
  })

  it('is open where the entry stands on another ticket', async () => {
    const { psa } = await startScripted({
      'POST /time/entries': { status: 201, body: { id: 1, chargeToId: 70 } },
    })
    expect(await psa.addTimeEntry({ ...entry, notify: false })).toMatchObject({ outcome: 'ambiguous' })
  })
})
