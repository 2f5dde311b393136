import { describe, expect, it } from 'vitest'
import type { SessionTime } from '#shared/session/time/work-time.ts'
import { postTime } from './post-time.ts'

const worked = (from: string, to: string) => ({ from: `${from}:00.000Z`, to: `${to}:00.000Z`, post: null })
const own: SessionTime = {
  session: 's',
  worked: [
    worked('2026-11-23T10:00', '2026-11-23T10:20'),
    worked('2026-11-24T09:00', '2026-11-24T09:05'),
    worked('2026-11-24T09:30', '2026-11-24T09:34'),
  ],
  gaps: [],
}
const zone = { timeZone: 'Europe/Copenhagen', roundTo: 0 }

describe('the time of a post', () => {
  it('is that of the latest day alone for a time entry, and names the days left out', () => {
    expect(postTime(own, { ...zone, kind: 'time' })).toEqual({
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T09:34:00.000Z',
      minutes: 9,
      gaps: [{ from: '2026-11-24T09:05:00.000Z', to: '2026-11-24T09:30:00.000Z' }],
      otherDays: [{ day: '2026-11-23', minutes: 20 }],
    })
  })

  it('is all of it for a note', () => {
    expect(postTime(own, { ...zone, kind: 'note' })).toMatchObject({
      start: '2026-11-23T10:00:00.000Z',
      minutes: 29,
      otherDays: [],
    })
  })

  it('is cut at midnight of the member', () => {
    const late = { ...own, worked: [worked('2026-11-24T22:50', '2026-11-24T23:20')] }
    expect(postTime(late, { ...zone, kind: 'time' })).toMatchObject({
      start: '2026-11-24T23:00:00.000Z',
      minutes: 20,
      otherDays: [{ day: '2026-11-24', minutes: 10 }],
    })
  })

  it('is rounded up as the team asks for', () => {
    expect(postTime(own, { ...zone, kind: 'time', roundTo: 15 })?.minutes).toBe(15)
  })

  it('is none where nothing is open', () => {
    expect(postTime({ ...own, worked: [] }, { ...zone, kind: 'note' })).toBeNull()
    expect(postTime(null, { ...zone, kind: 'note' })).toBeNull()
  })
})
