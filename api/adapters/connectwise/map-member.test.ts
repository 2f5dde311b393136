import { describe, expect, it } from 'vitest'
import { memberSchema } from './api-types.ts'
import { toMember } from './map-member.ts'

describe('toMember', () => {
  it('maps a member from the list, whose defaultEmail is a kind and no address', () => {
    const member = memberSchema.parse({
      id: 1,
      identifier: 'tech1',
      firstName: 'Tech',
      lastName: 'One',
      primaryEmail: 'primary@msp.example',
      officeEmail: 'office@msp.example',
      defaultEmail: 'Office',
      inactiveFlag: false,
      timeZone: { id: 1, name: 'Eastern Standard Time' },
    })
    expect(toMember(member)).toEqual({
      id: 1,
      identifier: 'tech1',
      name: 'Tech One',
      email: 'office@msp.example',
      inactive: false,
      timeZone: 'America/New_York',
    })
  })

  it('maps what a member says of themselves', () => {
    const member = memberSchema.parse({
      id: 1,
      identifier: 'tech1',
      fullName: 'Tech T. One',
      defaultEmail: 't1@msp.example',
    })
    expect(toMember(member)).toMatchObject({ name: 'Tech T. One', email: 't1@msp.example', timeZone: null })
  })

  it('names a nameless member by identifier', () => {
    expect(toMember(memberSchema.parse({ id: 1, identifier: 'api', inactiveFlag: true }))).toMatchObject({
      name: 'api',
      email: null,
      inactive: true,
    })
  })
})
