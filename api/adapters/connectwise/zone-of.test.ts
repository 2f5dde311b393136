import { describe, expect, it } from 'vitest'
import { zoneOf } from './zone-of.ts'

describe('a member’s time zone', () => {
  it.each([
    ['Eastern Standard Time', 'America/New_York'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Vienna', 'Europe/Vienna'],
  ])('is read from %s', (name, zone) => {
    expect(zoneOf(name)).toBe(zone)
  })

  it('is left open where the name says nothing', () => {
    for (const name of ['Middle Earth Standard Time', '', null, undefined]) expect(zoneOf(name)).toBeNull()
  })
})
