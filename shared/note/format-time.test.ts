import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { clockFor } from './format-time.ts'
import { english } from './strings.ts'

const drawn = (zone: string, at: string) => {
  const clock = clockFor(zone, english)
  return [clock.day(at), clock.time(at), clock.stamp(at)]
}

afterEach(() => vi.restoreAllMocks())

describe('a clock', () => {
  it('reads the wall of its zone', () => {
    const at = '2026-07-31T22:05:59.999Z'
    expect(drawn('UTC', at)).toEqual(['31 Jul 2026', '22:05', '31 Jul, 22:05'])
    expect(drawn('Europe/Berlin', at)).toEqual(['1 Aug 2026', '00:05', '1 Aug, 00:05'])
    expect(drawn('Asia/Kathmandu', at)).toEqual(['1 Aug 2026', '03:50', '1 Aug, 03:50'])
    expect(drawn('America/New_York', '2026-01-01T04:59:00.000Z')).toEqual([
      '31 Dec 2025',
      '23:59',
      '31 Dec, 23:59',
    ])
  })

  it('falls back to UTC where it does not know the zone, and draws what is no instant as it is', () => {
    expect(drawn('Atlantis/Capital', '2026-03-03T14:00:00.000Z')[2]).toBe('3 Mar, 14:00')
    expect(clockFor('UTC', english).stamp('soon')).toBe('soon')
  })

  it('agrees with the calendar for every instant', () => {
    const clock = clockFor('UTC', english)
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        (instant) => {
          const at = instant.toISOString()
          const month = english.months[instant.getUTCMonth()]
          expect(clock.day(at)).toBe(`${instant.getUTCDate()} ${month} ${instant.getUTCFullYear()}`)
          expect(clock.time(at)).toBe(at.slice(11, 16))
        },
      ),
      { numRuns: testRuns() },
    )
  })

  it('takes nothing but numbers from the engine, in whatever order and however padded', () => {
    const real = Intl.DateTimeFormat.prototype.formatToParts
    vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts').mockImplementation(function (
      this: Intl.DateTimeFormat,
      date,
    ) {
      const parts = Reflect.apply(real, this, [date]).map(({ type, value }: Intl.DateTimeFormatPart) =>
        type === 'literal' ? { type, value: '\u202f, at ' } : { type, value: value.padStart(2, '0') },
      )
      return parts.reverse()
    })
    const at = '2026-09-05T00:07:00.000Z'
    expect(drawn('Etc/UTC', at)).toEqual(['5 Sep 2026', '00:07', '5 Sep, 00:07'])
  })

  it('draws midnight as 00, though an engine may say 24', () => {
    const real = Intl.DateTimeFormat.prototype.formatToParts
    vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts').mockImplementation(function (
      this: Intl.DateTimeFormat,
      date,
    ) {
      return Reflect.apply(real, this, [date]).map((part: Intl.DateTimeFormatPart) =>
        part.type === 'hour' ? { ...part, value: '24' } : part,
      )
    })
    expect(clockFor('UTC', english).time('2026-09-05T00:07:00.000Z')).toBe('00:07')
  })
})
