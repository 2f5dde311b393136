import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, startDesk, type TestDesk } from '../testing/desk-client.ts'
import { defaultSwitches } from '../world/switches.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

describe('control calls', () => {
  it('go back to the seed: data, switches, faults, time', async () => {
    await desk.call('DELETE', '/service/tickets/26251')
    await desk.control('PATCH', '/switches', { codebase: 'v2026_1' })
    await desk.control('POST', '/faults', { match: '* /**', effect: { kind: 'reset-before' } })
    await desk.control('POST', '/misbehave', { on: true })
    await desk.control('POST', '/clock', { seconds: 3600 })
    const { body } = await desk.control('POST', '/reset')
    expect(body).toMatchObject({ now: '2026-11-24T15:00:00Z', writes: [], faults: [], misbehave: false })
    expect(at(body, 'switches')).toEqual(defaultSwitches)
    expect((await desk.call('GET', '/service/tickets/26251')).status).toBe(200)
  })

  it('refuse switches and values that do not exist', async () => {
    expect((await desk.control('PATCH', '/switches', { nonsense: true })).status).toBe(400)
    expect((await desk.control('PATCH', '/switches', { newlines: 'maybe' })).status).toBe(400)
    expect((await desk.control('GET', '/switches')).body).toEqual(defaultSwitches)
  })

  it('cannot be sent by a foreign web page: a body must be JSON', async () => {
    const response = await fetch(`${desk.url}/_sandbox/reset`, { method: 'POST', body: 'x' })
    expect(response.status).toBe(415)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('tell who asked for an unknown member or call', async () => {
    expect((await desk.control('POST', '/hashes', { member: 'nobody' })).status).toBe(404)
    expect((await desk.control('GET', '/nonsense')).status).toBe(404)
  })

  it('show each write with its time', async () => {
    desk.clock.advance(61_000)
    await desk.call('PATCH', '/service/tickets/26251', [{ op: 'replace', path: 'summary', value: 'x' }])
    const { body } = await desk.control('GET', '/state')
    expect(at(body, 'writes')).toEqual([
      {
        sequence: 1,
        at: expect.stringMatching(/^2026-11-24T15:/),
        verb: 'patch',
        entity: 'Ticket',
        id: 26251,
        by: 'flowapi',
        path: '/service/tickets/26251',
      },
    ])
  })
})
