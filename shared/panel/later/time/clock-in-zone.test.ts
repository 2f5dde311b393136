import { describe, expect, it } from 'vitest'
import { clockIn, instantOf } from './clock-in-zone.ts'

const at = (text: string) => Date.parse(text)

describe('a time typed by a member', () => {
  it('is read in their zone, whatever zone the browser is in', () => {
    const now = at('2026-11-24T15:00:00Z')
    expect(instantOf('15:30', 'Europe/Copenhagen', now)).toBe(at('2026-11-24T14:30:00Z'))
    expect(instantOf('09:15', 'America/New_York', now)).toBe(at('2026-11-24T14:15:00Z'))
    expect(clockIn('Asia/Kolkata', now)).toBe('20:30')
  })

  it('is of yesterday where today it is far ahead', () => {
    const now = at('2026-11-24T00:10:00+01:00')
    expect(instantOf('23:50', 'Europe/Copenhagen', now)).toBe(at('2026-11-23T23:50:00+01:00'))
  })

  it('is right on the days on which the clocks move', () => {
    const now = at('2026-10-25T12:00:00Z')
    expect(instantOf('01:30', 'Europe/Copenhagen', now)).toBe(at('2026-10-25T01:30:00+02:00'))
    expect(instantOf('09:00', 'Europe/Copenhagen', now)).toBe(at('2026-10-25T09:00:00+01:00'))
  })

  it('is nothing without hours and minutes', () => {
    expect(instantOf('', 'Europe/Copenhagen', 0)).toBeNaN()
  })
})
