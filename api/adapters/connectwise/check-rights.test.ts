import { describe, expect, it } from 'vitest'
import { forbidden, startScripted } from './scripted-psa.ts'
import type { Told } from './scripted-server.ts'

describe('checkRights', () => {
  const bad: Told = { status: 400, body: { code: 'InvalidObject', message: 'no', errors: [] } }
  const whole = {
    'GET /service/tickets': { body: [{ id: 69 }] },
    'POST /service/tickets/69/notes': bad,
    'PATCH /service/tickets/69': bad,
    'GET /service/boards': { body: [] },
    'GET /time/entries': { body: [] },
    'POST /time/entries': bad,
    'GET /time/workTypes': { body: [] },
    'GET /time/workRoles': { body: [] },
    'GET /company/companies': { body: [] },
    'GET /company/contacts': { body: [] },
    'GET /company/configurations': { body: [] },
    'GET /system/members': { body: [] },
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
    const writes = server.calls().filter((call) => call.method !== 'GET')
    expect(new Set(writes.map((call) => call.body))).toEqual(
      new Set(['{"text":""}', '{}', '[{"op":"replace","path":"status","value":{"id":0}}]']),
    )
  })

  it('says so where there is no ticket to try on', async () => {
    const { psa } = await startScripted({ ...whole, 'GET /service/tickets': { body: [] } })
    const untried = (await psa.checkRights()).filter((check) => check.ok && check.advice !== '')
    expect(untried).toHaveLength(3)
  })

  it('ends at once where the keys are wrong', async () => {
    const { psa } = await startScripted({
      'GET /service/tickets': { status: 401, body: { code: 'Unauthorized', message: 'no' } },
    })
    await expect(psa.checkRights()).rejects.toMatchObject({ reason: 'not_signed_in' })
  })
})
