import { describe, expect, it } from 'vitest'
import { forbidden, startScripted } from './scripted-psa.ts'
import type { Told } from './scripted-server.ts'

describe('checkRights', () => {
  const bad: Told = { status: 400, body: { code: 'InvalidObject', message: 'no', errors: [] } }
  const one: Told = { body: [{ id: 69 }] }
  const whole = {
    'GET /service/tickets': one,
    'GET /service/tickets/69': { body: { id: 69 } },
    'GET /service/tickets/69/allNotes': { body: [] },
    'GET /service/tickets/69/notes': { body: [] },
    'GET /service/tickets/69/configurations': { body: [] },
    'POST /service/tickets/69/notes': bad,
    'PATCH /service/tickets/69': bad,
    'GET /service/boards': one,
    'GET /service/boards/69': { body: { id: 69 } },
    'GET /service/boards/69/statuses': { body: [] },
    'GET /time/entries': { body: [] },
    'POST /time/entries': bad,
    'POST /time/entries/defaults': { body: {} },
    'GET /time/workTypes': { body: [] },
    'GET /time/workRoles': { body: [] },
    'GET /company/contacts': one,
    'GET /company/contacts/69': { body: { id: 69 } },
    'GET /company/configurations': { body: [] },
    'GET /system/members': { body: [] },
    'GET /project/tickets': one,
    'GET /project/tickets/69': { body: { id: 69 } },
    'GET /project/tickets/69/allNotes': { body: [] },
    'GET /project/tickets/69/notes': { body: [] },
    'GET /project/tickets/69/configurations': { body: [] },
    'POST /project/tickets/69/notes': bad,
    'PATCH /project/tickets/69': bad,
  }

  it('finds nothing missing where nothing is', async () => {
    const { psa } = await startScripted(whole)
    const checks = await psa.checkRights()
    expect(checks.length).toBeGreaterThan(10)
    expect(checks.filter((check) => !check.ok || check.advice !== '')).toEqual([])
  })

  it('names each missing right and where to give it', async () => {
    for (const missing of Object.keys(whole)) {
      const { psa } = await startScripted({ ...whole, [missing]: forbidden })
      const lost = (await psa.checkRights()).filter((check) => !check.ok)
      expect(lost.length).toBeGreaterThan(0)
      for (const check of lost) expect(check.advice).toContain('→')
    }
  })

  it('can change nothing while it tries to write', async () => {
    const { psa, server } = await startScripted(whole)
    await psa.checkRights()
    const writes = server
      .calls()
      .filter((call) => call.method !== 'GET' && !call.url.pathname.endsWith('/defaults'))
    expect(new Set(writes.map((call) => call.body))).toEqual(
      new Set(['{"text":""}', '{}', '[{"op":"replace","path":"status","value":{"id":2147483647}}]']),
    )
  })

  it('says so where there is nothing to try on', async () => {
    const none = { body: [] }
    const { psa } = await startScripted({
      ...whole,
      'GET /service/tickets': none,
      'GET /project/tickets': none,
      'GET /service/boards': none,
    })
    const untried = (await psa.checkRights()).filter((check) => check.tried === 'not')
    expect(untried).toHaveLength(12)
    expect(untried.map(({ advice }) => advice).join(' ')).toMatch(
      /no open ticket.*no closed ticket.*no board/,
    )
  })

  it('takes an old version without allNotes, and defaults refused for their content, for no missing right', async () => {
    const { psa } = await startScripted({
      ...whole,
      'GET /service/tickets/69/allNotes': { status: 405, body: { code: 'ConnectWiseApi', message: 'no' } },
      'POST /time/entries/defaults': bad,
    })
    expect((await psa.checkRights()).filter(({ ok }) => !ok)).toEqual([])
  })

  it('goes on where project tickets cannot be reached at all', async () => {
    const { psa } = await startScripted({ ...whole, 'GET /project/tickets': { status: 500, body: 'no' } })
    const lost = (await psa.checkRights()).filter(({ ok }) => !ok)
    expect(lost.map(({ onlyFor }) => onlyFor)).toEqual(Array(3).fill('project tickets'))
  })

  it('ends at once where the keys are wrong', async () => {
    const { psa } = await startScripted({
      'GET /service/tickets': { status: 401, body: { code: 'Unauthorized', message: 'no' } },
    })
    await expect(psa.checkRights()).rejects.toMatchObject({ reason: 'not_signed_in' })
  })
})
