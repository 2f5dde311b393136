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
      worked: own.worked.slice(1).map(({ from, to }) => ({ from, to })),
      otherDays: [{ day: '2026-11-23', minutes: 20 }],
    })
  })

  it('is that of the day chosen, or of the latest once that one is no longer open', () => {
    expect(postTime(own, { ...zone, kind: 'time', day: '2026-11-23' })).toMatchObject({
      start: '2026-11-23T10:00:00.000Z',
      minutes: 20,
      otherDays: [{ day: '2026-11-24', minutes: 9 }],
    })
    expect(postTime(own, { ...zone, kind: 'time', day: '2026-11-22' })).toMatchObject({ minutes: 9 })
  })

  it('is no longer than 24 hours, though the day has 25', () => {
    const long = { ...own, worked: [worked('2026-10-24T22:10', '2026-10-25T22:40')] }
    expect(postTime(long, { ...zone, kind: 'time' })).toMatchObject({
      end: '2026-10-25T22:10:00.000Z',
      minutes: 1_440,
      otherDays: [{ day: '2026-10-25', minutes: 30 }],
    })
  })

  it('holds as many stretches as a post can tell, and leaves the rest open', () => {
    const at = (n: number) => new Date(Date.UTC(2026, 10, 24, 6) + n * 60_000).toISOString()
    const many = Array.from({ length: 230 }, (_, n) => ({ from: at(n * 4), to: at(n * 4 + 1), post: null }))
    const time = postTime({ ...own, worked: many }, { ...zone, kind: 'note' })
    expect(time?.worked).toHaveLength(200)
    expect(time).toMatchObject({ minutes: 200, otherDays: [{ day: '2026-11-24', minutes: 30 }] })
  })

  it('is of less than a minute, too, and names no other day of less', () => {
    const short = [
      { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T10:00:30.000Z', post: null },
      { from: '2026-11-24T10:00:00.000Z', to: '2026-11-24T10:00:20.000Z', post: null },
    ]
    expect(postTime({ ...own, worked: short }, { ...zone, kind: 'time' })).toMatchObject({
      minutes: 0,
      otherDays: [],
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
