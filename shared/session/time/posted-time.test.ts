import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../../testing/test-runs.ts'
import type { EventBody, SessionEvent } from '../event.ts'
import { colleague, eventId, member } from '../testing/script.ts'
import type { MemberSession } from './marks.ts'
import { openDays } from './open-days.ts'
import { type Happening, happening, randomDays, sessionsOf, zones } from './testing/random-days.ts'
import { minutesOf, type SessionTime, type Worked, workTime } from './work-time.ts'

const runs = { numRuns: testRuns() }
const zone = 'Europe/Berlin'
let count = 0
/** `11-23 09:00` in UTC. */
const at = (time: string) => `2026-${time.replace(' ', 'T')}:00.000Z`
const event = (time: string, body: EventBody = { type: 'acted', text: 'looked' }): SessionEvent => ({
  id: eventId(++count),
  v: 1,
  at: at(time),
  by: member,
  ...body,
})
const session = (name: string, start: string, ...events: SessionEvent[]): MemberSession => ({
  session: name,
  started: { by: member, at: at(start) },
  events,
})
const post = (time: string, ...carried: [string, string][]) =>
  event(time, {
    type: 'posted',
    post: `p${time}`,
    upTo: 1,
    time: carried.map(([from, to]) => ({ from: at(from), to: at(to) })),
  })
const timeOf = (sessions: MemberSession[], name = 'a'): SessionTime =>
  workTime(member, sessions).find((one) => one.session === name) ?? { session: name, worked: [], gaps: [] }
const open = (sessions: MemberSession[], name?: string) =>
  openDays(timeOf(sessions, name), zone).map(({ day, minutes }) => `${day} ${minutes}`)

describe('the time of a session over two days', () => {
  const twoDays = [
    event('11-23 09:04'),
    event('11-23 09:05', { type: 'parked', reason: 'no_answer' }),
    event('11-24 14:00'),
    event('11-24 14:03'),
  ]

  it('stays open in the days that no post carries', () => {
    const posted = post('11-24 14:05', ['11-24 14:00', '11-24 14:03'])
    expect(open([session('a', '11-23 09:00', ...twoDays)])).toEqual(['2026-11-23 5', '2026-11-24 3'])
    expect(open([session('a', '11-23 09:00', ...twoDays, posted)])).toEqual(['2026-11-23 5'])
    const second = post('11-24 14:06', ['11-23 09:00', '11-23 09:05'])
    expect(open([session('a', '11-23 09:00', ...twoDays, posted, second)])).toEqual([])
  })

  it('is open again once the post is withdrawn, and only what that post carried', () => {
    const first = post('11-24 14:05', ['11-24 14:00', '11-24 14:03'])
    const second = post('11-24 14:06', ['11-23 09:00', '11-23 09:05'])
    const undone = event('11-24 14:07', { type: 'post_withdrawn', post: 'p11-24 14:05' })
    expect(open([session('a', '11-23 09:00', ...twoDays, first, second, undone)])).toEqual(['2026-11-24 3'])
  })

  it('is cut at the member’s midnight, also where it is 25 hours away', () => {
    const night = session(
      'a',
      '10-24 21:57',
      event('10-24 22:01'),
      event('10-24 22:02', { type: 'paused' }),
      event('10-25 22:58'),
      event('10-25 23:02'),
    )
    // Berlin: 24 October ends at 22:00 UTC, 25 October at 23:00 UTC.
    expect(open([night])).toEqual(['2026-10-24 3', '2026-10-25 4', '2026-10-26 2'])
  })

  it('counts an hour that the clocks repeat or leave out as it passed', () => {
    const spring = session('a', '03-29 00:58', event('03-29 01:02'))
    const autumn = session('a', '10-25 00:58', event('10-25 01:02'))
    expect(open([spring])).toEqual(['2026-03-29 4'])
    expect(open([autumn])).toEqual(['2026-10-25 4'])
  })

  it('is of the day it was for the member, wherever they are', () => {
    const own = timeOf([session('a', '11-24 10:30', event('11-24 10:34'))])
    expect(openDays(own, 'Pacific/Auckland').map(({ day }) => day)).toEqual(['2026-11-24'])
    const late = timeOf([session('a', '11-24 11:30', event('11-24 11:34'))])
    expect(openDays(late, 'Pacific/Auckland').map(({ day }) => day)).toEqual(['2026-11-25'])
    expect(openDays(late, 'America/Los_Angeles').map(({ day }) => day)).toEqual(['2026-11-24'])
  })

  it('is a day of less than a minute, too, and none where nothing was done after the start', () => {
    const short = timeOf([
      session('a', '11-24 10:00', { ...event('11-24 10:00'), at: '2026-11-24T10:00:20.000Z' }),
    ])
    expect(openDays(short, zone)).toMatchObject([{ day: '2026-11-24', minutes: 0, parts: [{}] }])
    expect(open([session('a', '11-24 10:00')])).toEqual([])
    expect(open([session('a', '11-24 10:00', event('11-24 10:00'))])).toEqual([])
  })
})

describe('what a post carried', () => {
  it('stays with it though the start is moved back before it afterwards, and only the rest is open', () => {
    const posted = post('11-24 09:05', ['11-24 09:00', '11-24 09:04'])
    const again = [event('11-24 10:00'), event('11-24 10:03')]
    const moved = event('11-24 10:04', { type: 'start_moved', to: at('11-24 08:50') })
    const all = [session('a', '11-24 09:00', event('11-24 09:04'), posted, ...again, moved)]
    expect(timeOf(all).worked).toEqual([
      { from: at('11-24 08:50'), to: at('11-24 09:00'), post: null },
      { from: at('11-24 09:00'), to: at('11-24 09:04'), post: 'p11-24 09:05' },
      { from: at('11-24 09:04'), to: at('11-24 10:03'), post: null },
    ])
  })

  it('is not made more by an act that arrives late, which stays open', () => {
    const acts = [event('11-24 09:02'), event('11-24 09:30'), event('11-24 09:31')]
    const posted = post('11-24 09:32', ['11-24 09:00', '11-24 09:02'], ['11-24 09:30', '11-24 09:31'])
    const late = [event('11-24 09:10'), event('11-24 09:12')]
    expect(open([session('a', '11-24 09:00', ...acts, posted, ...late)])).toEqual(['2026-11-24 2'])
  })

  it('is in no other session, though an act there says so afterwards', () => {
    const posted = post('11-24 09:05', ['11-24 09:00', '11-24 09:04'])
    const a = session('a', '11-24 09:00', event('11-24 09:01'), posted)
    const b = session('b', '11-24 09:02', event('11-24 09:06'))
    expect(timeOf([a, b]).worked).toEqual([
      { from: at('11-24 09:00'), to: at('11-24 09:04'), post: 'p11-24 09:05' },
    ])
    expect(open([a, b], 'b')).toEqual(['2026-11-24 1'])
  })

  it('takes nothing from the day of another member', () => {
    const posted = { ...post('11-24 09:05', ['11-24 09:00', '11-24 09:04']), by: colleague }
    expect(open([session('a', '11-24 09:00', event('11-24 09:04'), posted)])).toEqual(['2026-11-24 4'])
  })
})

const total = (worked: Worked[]) => minutesOf(worked)
const ofPost = (sessions: MemberSession[]) =>
  workTime(member, sessions).flatMap(({ session, worked }) =>
    worked.flatMap(({ from, to, post }) => (post === null ? [] : [{ session, post, from, to }])),
  )

describe('any days', () => {
  it('are what posts carry and what is open, each minute once', () => {
    fc.assert(
      fc.property(randomDays, zones, (sessions, timeZone) => {
        for (const time of workTime(member, sessions)) {
          const carried = time.worked.filter(({ post }) => post !== null)
          const left = openDays(time, timeZone).flatMap(({ parts }) => parts)
          expect(total(carried) + minutesOf(left)).toBeCloseTo(total(time.worked), 6)
        }
        const all = workTime(member, sessions)
          .flatMap(({ worked }) => worked)
          .sort((a, b) => (a.from < b.from ? -1 : 1))
        for (const [n, { from, to }] of all.entries()) {
          expect(from < to).toBe(true)
          expect(to <= (all[n + 1]?.from ?? to)).toBe(true)
        }
      }),
      runs,
    )
  })

  it('have no open day twice, in order, and none longer than its 25 hours', () => {
    fc.assert(
      fc.property(randomDays, zones, (sessions, timeZone) => {
        for (const time of workTime(member, sessions)) {
          const days = openDays(time, timeZone)
          expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort())
          for (const { minutes } of days) expect(minutes >= 0 && minutes <= 25 * 60).toBe(true)
        }
      }),
      runs,
    )
  })

  it('give the same after a replay, and others’ acts change nothing but what they withdraw', () => {
    fc.assert(
      fc.property(randomDays, (sessions) => {
        const again: MemberSession[] = JSON.parse(JSON.stringify(sessions))
        expect(workTime(member, again.reverse())).toEqual(workTime(member, sessions))
        const own = sessions.map((one) => ({
          ...one,
          events: one.events.filter(({ by, type }) => by === member || type === 'post_withdrawn'),
        }))
        expect(workTime(member, own)).toEqual(workTime(member, sessions))
      }),
      runs,
    )
  })

  it('keep with each post what it carried, whatever is recorded after', () => {
    const noPost = happening.filter(({ body }) => body.type !== 'posted' && body.type !== 'post_withdrawn')
    const told = happening.filter(({ body }) => body.type !== 'posted' || body.time !== undefined)
    const list = (one: fc.Arbitrary<Happening>) => fc.array(one, { maxLength: 25 })
    fc.assert(
      fc.property(list(told), list(noPost), (before, after) => {
        expect(ofPost(sessionsOf([...before, ...after]))).toEqual(ofPost(sessionsOf(before)))
      }),
      runs,
    )
  })

  it('are at an end once every open day was posted', () => {
    fc.assert(
      fc.property(randomDays, zones, (sessions, timeZone) => {
        const worked = workTime(member, sessions)
        const posted = sessions.map((one) => {
          const own = worked.find(({ session }) => session === one.session)
          const days = own ? openDays(own, timeZone) : []
          const events = days.map(
            ({ day, parts }, n): SessionEvent => ({
              id: eventId(1_000 + n),
              v: 1,
              at: '2026-10-30T00:00:00.000Z',
              by: member,
              type: 'posted',
              post: `${one.session} ${day}`,
              upTo: 1,
              time: parts.map(({ from, to }) => ({ from, to })),
            }),
          )
          return { ...one, events: [...one.events, ...events] }
        })
        const after = workTime(member, posted)
        const all = (times: SessionTime[]) => minutesOf(times.flatMap(({ worked }) => worked))
        expect(all(after)).toBeCloseTo(all(worked), 6)
        expect(after.flatMap((time) => openDays(time, timeZone))).toEqual([])
      }),
      runs,
    )
  })
})
