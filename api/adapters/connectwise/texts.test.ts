import { describe, expect, it } from 'vitest'
import { forbidden, service, startScripted } from './scripted-psa.ts'
import type { Asked } from './scripted-server.ts'

describe('texts', () => {
  const rows = (body: object[]) => (asked: Asked) => ({
    body: asked.url.searchParams.get('pageId') === null ? body : [],
  })

  it.each([404, 405])('come from the plain lists where allNotes answers %i', async (status) => {
    const { psa } = await startScripted({
      'GET /service/tickets/69/allNotes': { status, body: { code: 'ConnectWiseApi', message: 'No.' } },
      'GET /service/tickets/69/notes': rows([
        { id: 1, ticketId: 69, text: 'a note', dateCreated: '2025-01-01T00:00:00Z' },
      ]),
      'GET /time/entries': rows([
        { id: 1, chargeToId: 69, notes: 'an entry', dateEntered: '2025-01-02T00:00:00Z' },
      ]),
    })
    expect((await psa.texts(service(69))).map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'a note'],
      ['time', 'an entry'],
    ])
  })

  it('throw rather than come without the time entries', async () => {
    const { psa } = await startScripted({
      'GET /service/tickets/69/allNotes': { body: [] },
      'GET /time/entries': forbidden,
    })
    await expect(psa.texts(service(69))).rejects.toMatchObject({ reason: 'forbidden' })
  })

  it('throw for a ticket that is not there', async () => {
    const { psa } = await startScripted({ 'GET /time/entries': { body: [] } })
    await expect(psa.texts(service(69))).rejects.toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining('#69'),
    })
  })

  it('ask for a project’s time under its own name', async () => {
    const { psa, server } = await startScripted({
      'GET /project/tickets/7/allNotes': { body: [] },
      'GET /time/entries': { body: [] },
    })
    await psa.texts({ id: 7, kind: 'project' })
    const asked = server.calls().find((call) => call.url.pathname.endsWith('/time/entries'))
    expect(asked?.url.searchParams.get('conditions')).toBe(
      '(chargeToId=7) and (chargeToType="ProjectTicket")',
    )
  })
})
