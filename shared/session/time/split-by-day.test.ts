import { describe, expect, it } from 'vitest'
import { splitByDay } from './split-by-day.ts'
import { minutesOf } from './work-time.ts'

describe('splitByDay', () => {
  it('cuts at the member’s midnight', () => {
    expect(
      splitByDay([{ from: '2026-11-24T10:30:00.000Z', to: '2026-11-24T11:30:00.000Z' }], 'Pacific/Auckland'),
    ).toEqual([
      { day: '2026-11-24', from: '2026-11-24T10:30:00.000Z', to: '2026-11-24T11:00:00.000Z' },
      { day: '2026-11-25', from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T11:30:00.000Z' },
    ])
  })

  it('knows days of 25 and 23 hours', () => {
    const autumn = splitByDay(
      [{ from: '2026-10-24T22:00:00.000Z', to: '2026-10-26T00:00:00.000Z' }],
      'Europe/Berlin',
    )
    expect(autumn.map(({ day, from, to }) => [day, minutesOf([{ from, to }]) / 60])).toEqual([
      ['2026-10-25', 25],
      ['2026-10-26', 1],
    ])
    const spring = splitByDay(
      [{ from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T23:00:00.000Z' }],
      'Europe/Berlin',
    )
    expect(spring.map(({ day, from, to }) => [day, minutesOf([{ from, to }]) / 60])).toEqual([
      ['2026-03-29', 23],
      ['2026-03-30', 1],
    ])
  })

  it('refuses a time zone that does not exist', () => {
    expect(() => splitByDay([], 'Mars/Base')).toThrow(RangeError)
  })
})
