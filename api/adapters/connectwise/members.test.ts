import { describe, expect, it } from 'vitest'
import { startScripted } from './scripted-psa.ts'

describe('findMember', () => {
  const members = (list: object[]) => ({ 'GET /system/members': { body: list } })
  const tech1 = { id: 1, identifier: 'Tech1', officeEmail: 'T1@msp.example', inactiveFlag: false }

  it('compares again, ignoring case', async () => {
    const { psa } = await startScripted(members([tech1, { ...tech1, id: 2, identifier: 'tech12' }]))
    expect(await psa.findMember({ identifier: 'tech1' })).toMatchObject({ id: 1 })
    expect(await psa.findMember({ identifier: 'tech*' })).toBeNull()
  })

  it('does not guess between two active members of one address, and prefers the active one', async () => {
    const two = await startScripted(members([tech1, { ...tech1, id: 2, identifier: 'tech2' }]))
    expect(await two.psa.findMember({ email: 't1@msp.example' })).toBeNull()
    const one = await startScripted(members([{ ...tech1, id: 2, inactiveFlag: true }, tech1]))
    expect(await one.psa.findMember({ email: 't1@msp.example' })).toMatchObject({ id: 1, inactive: false })
  })

  it('lives with a version that cannot be asked for the primary address', async () => {
    const { psa } = await startScripted({
      'GET /system/members': (asked) =>
        asked.url.searchParams.get('conditions')?.startsWith('primaryEmail')
          ? {
              status: 400,
              body: { code: 'ApiFindCondition', message: 'primaryEmail is not a recognized name.' },
            }
          : { body: [] },
    })
    expect(await psa.findMember({ email: 'x@msp.example' })).toBeNull()
  })
})
