import { describe, expect, it } from 'vitest'
import { sayDay, sayMoment } from './say-time.ts'

const at = Date.parse('2026-11-24T23:05:00Z')

describe('dates on the screen', () => {
  it('stand in one format and in the member’s zone, whatever the browser’s own are', () => {
    expect(sayMoment(at, 'Europe/Berlin')).toBe('25 Nov 2026, 00:05')
    expect(sayMoment(at, 'America/New_York')).toBe('24 Nov 2026, 18:05')
    expect(sayDay(at, 'Europe/Berlin')).toMatch(/^Wed,? 25 Nov$/)
    expect(sayDay(at, 'UTC')).toMatch(/^Tue,? 24 Nov$/)
  })
})
