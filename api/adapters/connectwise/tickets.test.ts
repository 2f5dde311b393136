import { describe, expect, it } from 'vitest'
import { forbidden, service, startScripted, ticketRow } from './scripted-psa.ts'

describe('ticket', () => {
  it('trusts the board’s status more than the ticket’s own flag, and asks for the statuses once', async () => {
    const { psa, server } = await startScripted({
      'GET /service/tickets/69': { body: ticketRow },
      'GET /service/boards/1/statuses': (asked) => ({
        body:
          asked.url.searchParams.get('pageId') === null ? [{ id: 2, name: 'Done', closedStatus: true }] : [],
      }),
    })
    expect((await psa.ticket(service(69)))?.closed).toBe(true)
    expect((await psa.ticket(service(69)))?.status).toEqual({ id: 2, name: 'Done', closed: true })
    expect(server.calls().filter((call) => call.url.pathname.endsWith('/statuses'))).toHaveLength(1)
  })

  it('falls back to the flag where the board may not be read', async () => {
    const { psa } = await startScripted({
      'GET /service/tickets/69': { body: { ...ticketRow, closedFlag: true } },
      'GET /service/boards/1/statuses': forbidden,
    })
    expect((await psa.ticket(service(69)))?.closed).toBe(true)
  })

  it('is null where there is none, and looks for a project’s ticket in its own place', async () => {
    const { psa, server } = await startScripted({})
    expect(await psa.ticket({ id: 7, kind: 'project' })).toBeNull()
    expect(server.calls()[0]?.url.pathname).toBe('/v2025_1/apis/3.0/project/tickets/7')
  })

  it('is a project’s ticket where it was found among those, though it does not say so', async () => {
    const { psa } = await startScripted({ 'GET /project/tickets/69': { body: ticketRow } })
    expect(await psa.ticket({ id: 69, kind: 'project' })).toMatchObject({ id: 69, kind: 'project' })
  })

  it('throws where it may not be read', async () => {
    const { psa } = await startScripted({ 'GET /service/tickets/69': forbidden })
    await expect(psa.ticket(service(69))).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('setStatus', () => {
  const path = 'PATCH /service/tickets/69'
  const stands = (id: number) => ({ ...ticketRow, status: { id, name: `Status ${id}` } })
  const change = { ticket: service(69), status: 4, notify: false }

  it('replaces the whole reference, quietly', async () => {
    const { psa, server } = await startScripted({ [path]: { body: stands(4) } })
    expect(await psa.setStatus(change)).toMatchObject({ outcome: 'written', id: 69, ticket: 69 })
    expect(JSON.parse(server.calls()[0]?.body ?? '')).toEqual([
      { op: 'replace', path: 'status', value: { id: 4 } },
      { op: 'replace', path: 'processNotifications', value: false },
    ])
    await psa.setStatus({ ...change, notify: true })
    expect(JSON.parse(server.calls()[1]?.body ?? '')).toEqual([
      { op: 'replace', path: 'status', value: { id: 4 } },
    ])
  })

  it('leaves the quiet flag out where a version refuses it', async () => {
    const { psa, server } = await startScripted({
      [path]: (asked) =>
        asked.body.includes('processNotifications')
          ? {
              status: 400,
              body: { code: 'InvalidObject', message: 'The path processNotifications does not exist.' },
            }
          : { body: stands(4) },
    })
    expect(await psa.setStatus(change)).toMatchObject({ outcome: 'written' })
    expect(server.calls()).toHaveLength(2)
  })

  it('is open where ConnectWise says yes and changes nothing', async () => {
    const { psa } = await startScripted({ [path]: { body: stands(2) } })
    expect(await psa.setStatus(change)).toMatchObject({
      outcome: 'ambiguous',
      message: expect.stringContaining('Status 2'),
    })
  })
})
