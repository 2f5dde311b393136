import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../../testing/test-runs.ts'
import type { EventBody, SessionEvent } from '../event.ts'
import { colleague, eventId, member } from '../testing/script.ts'
import type { MemberSession } from './marks.ts'
import { openTime } from './open-time.ts'
import { roundMinutes } from './round-minutes.ts'
import { splitByDay } from './split-by-day.ts'
import { randomDays, zones } from './testing/random-days.ts'
import { minutesOf, workTime } from './work-time.ts'

/** A clock time on the day of the tests. */
const at = (time: string) => `2026-11-24T${time}:00.000Z`
let count = 0
const event = (
  time: string,
  body: EventBody = { type: 'acted', text: 'looked' },
  by = member,
): SessionEvent => ({
  id: eventId(++count),
  v: 1,
  at: at(time),
  by,
  ...body,
})
const session = (name: string, start: string | null, ...events: SessionEvent[]): MemberSession => ({
  session: name,
  started: { by: start ? member : colleague, at: at(start ?? '06:00') },
  events,
})
const short = (instant: string) => instant.slice(11, 16)
const times = (sessions: MemberSession[]) =>
  Object.fromEntries(
    workTime(member, sessions).map((time) => [
      time.session,
      {
        worked: time.worked.map(({ from, to }) => `${short(from)}-${short(to)}`),
        gaps: time.gaps.map(({ from, to, judged }) => `${short(from)}-${short(to)} ${judged}`),
      },
    ]),
  )

/** Each event once more, so many places later than it came; 0 leaves it alone. */
function withRepeats(events: SessionEvent[], delays: Iterator<number>): SessionEvent[] {
  const due = new Map<number, SessionEvent[]>()
  return events.flatMap((one, at) => {
    const later = delays.next().value ?? 0
    if (later > 0) due.set(at + later - 1, [...(due.get(at + later - 1) ?? []), one])
    return [one, ...(due.get(at) ?? [])]
  })
}

describe('workTime', () => {
  it('counts from the start of a session to the last thing done', () => {
    expect(times([session('a', '09:00', event('09:03'), event('09:07'))])).toEqual({
      a: { worked: ['09:00-09:07'], gaps: [] },
    })
  })

  it('starts nothing for somebody who only reads', () => {
    expect(times([session('a', null, event('09:03', undefined, colleague))])).toEqual({
      a: { worked: [], gaps: [] },
    })
  })

  it('lists more than five minutes of silence and counts it only when judged worked', () => {
    const acts = [event('09:02'), event('09:20'), event('09:21')]
    const judged = (worked: boolean) =>
      event('11:00', { type: 'gap_judged', from: at('09:02'), to: at('09:20'), worked })
    expect(times([session('a', '09:00', ...acts)])).toEqual({
      a: { worked: ['09:00-09:02', '09:20-09:21'], gaps: ['09:02-09:20 open'] },
    })
    expect(times([session('a', '09:00', ...acts, judged(false))])).toEqual({
      a: { worked: ['09:00-09:02', '09:20-09:21'], gaps: ['09:02-09:20 not_worked'] },
    })
    expect(times([session('a', '09:00', ...acts, judged(false), judged(true))])).toEqual({
      a: { worked: ['09:00-09:21'], gaps: ['09:02-09:20 worked'] },
    })
  })

  it('stops the clock of one session when work begins in another', () => {
    const a = session('a', '09:00', event('09:02'), event('09:10'))
    const b = session('b', '09:05', event('09:08'))
    expect(times([a, b])).toEqual({
      a: { worked: ['09:00-09:05'], gaps: [] },
      b: { worked: ['09:05-09:10'], gaps: [] },
    })
  })

  it('rests after a pause, a park and a post', () => {
    for (const body of [
      { type: 'paused' },
      { type: 'parked', reason: 'waiting_part' },
      { type: 'posted', post: 'p', upTo: 1 },
    ] satisfies EventBody[]) {
      const resting = session(
        'a',
        '09:00',
        event('09:02'),
        event('09:02', body),
        event('09:30'),
        event('09:31'),
      )
      expect(times([resting])).toEqual({ a: { worked: ['09:00-09:02', '09:30-09:31'], gaps: [] } })
    }
  })

  it('counts no reading of the note before a post, but does so in the session worked on meanwhile', () => {
    const post = (time: string) => event(time, { type: 'posted', post: 'p', upTo: 2, time: [] })
    expect(times([session('a', '09:00', event('09:02'), post('09:30'))])).toEqual({
      a: { worked: ['09:00-09:02'], gaps: [] },
    })
    const a = session('a', '09:00', event('09:02'), post('09:08'))
    const b = session('b', '09:04', event('09:05'))
    expect(times([a, b])).toEqual({
      a: { worked: ['09:00-09:04'], gaps: [] },
      b: { worked: ['09:04-09:08'], gaps: [] },
    })
  })

  it('asks nothing about the time between the end of a session and the next one', () => {
    const end = event('09:02', { type: 'concluded', outcome: 'resolved', words: 'done' })
    expect(times([session('a', '09:00', end), session('b', '11:00', event('11:01'))])).toEqual({
      a: { worked: ['09:00-09:02'], gaps: [] },
      b: { worked: ['11:00-11:01'], gaps: [] },
    })
    expect(
      times([session('a', '09:00', end, event('09:04', { type: 'line_added', section: 'next', text: 'x' }))]),
    ).toEqual({
      a: { worked: ['09:00-09:04'], gaps: [] },
    })
  })

  it('moves a start back, by the last word on it, but not into time that counts elsewhere', () => {
    const moved = (time: string, to: string) => event(time, { type: 'start_moved', to: at(to) })
    const b = session('b', '08:30', event('08:34', { type: 'paused' }))
    expect(
      times([session('a', '09:00', event('09:02'), moved('09:03', '08:20'), moved('09:04', '08:32')), b]),
    ).toEqual({
      a: { worked: ['08:34-09:02'], gaps: [] },
      b: { worked: ['08:30-08:34'], gaps: [] },
    })
    expect(times([session('a', '09:00', event('09:02'), moved('09:03', '09:01'))])).toEqual({
      a: { worked: ['09:00-09:02'], gaps: [] },
    })
  })

  it('moves the start of the visit it is said in', () => {
    const a = session(
      'a',
      '09:00',
      event('09:02', { type: 'parked', reason: 'waiting_client' }),
      event('14:00', { type: 'resumed' }),
      event('14:01', { type: 'start_moved', to: at('13:50') }),
      event('14:02'),
    )
    expect(times([a])).toEqual({ a: { worked: ['09:00-09:02', '13:50-14:02'], gaps: [] } })
  })

  it('books stretches on the post that accounts for them, and keeps those of a withdrawn post open', () => {
    const post = event('09:04', { type: 'posted', post: 'p', upTo: 3 })
    const later = [event('09:30'), event('09:33')]
    const [booked] = workTime(member, [session('a', '09:00', event('09:02'), post, ...later)])
    expect(booked?.worked.map(({ post }) => post)).toEqual(['p', null])
    expect(booked && openTime(booked)).toMatchObject({
      start: at('09:30'),
      end: at('09:33'),
      minutes: 3,
      gaps: [],
    })
    const undone = event('09:05', { type: 'post_withdrawn', post: 'p' })
    const [open] = workTime(member, [session('a', '09:00', event('09:02'), post, undone, ...later)])
    expect(open && openTime(open)).toMatchObject({
      start: at('09:00'),
      end: at('09:33'),
      minutes: 5,
      gaps: [{ from: at('09:02'), to: at('09:30'), judged: 'open' }],
    })
  })

  it('never overlaps, never runs backwards and never exceeds the clock on the wall', () => {
    fc.assert(
      fc.property(randomDays, (sessions) => {
        const spans = workTime(member, sessions)
          .flatMap(({ worked }) => worked)
          .sort((a, b) => (a.from < b.from ? -1 : 1))
        for (const [index, { from, to }] of spans.entries()) {
          expect(from < to).toBe(true)
          const next = spans[index + 1]
          if (next) expect(to <= next.from).toBe(true)
        }
        const [first, last] = [spans[0], spans[spans.length - 1]]
        const wall = first && last ? (Date.parse(last.to) - Date.parse(first.from)) / 60_000 : 0
        expect(minutesOf(spans)).toBeLessThanOrEqual(wall)
      }),
      { numRuns: testRuns() },
    )
  })

  it('comes out the same in whatever order sessions are given', () => {
    fc.assert(
      fc.property(randomDays, fc.gen(), (sessions, gen) => {
        const order = gen(fc.shuffledSubarray, sessions, { minLength: sessions.length })
        expect(workTime(member, order)).toEqual(workTime(member, sessions))
      }),
      { numRuns: testRuns() },
    )
  })

  it('comes out the same though events are handed over twice, at once or with later ones', () => {
    fc.assert(
      fc.property(randomDays, fc.infiniteStream(fc.nat(5)), (sessions, delays) => {
        const again = sessions.map((one) => ({ ...one, events: withRepeats(one.events, delays) }))
        expect(workTime(member, again)).toEqual(workTime(member, sessions))
      }),
      { numRuns: testRuns() },
    )
  })

  it('keeps every minute when cut into days', () => {
    fc.assert(
      fc.property(randomDays, zones, (sessions, zone) => {
        const worked = workTime(member, sessions).flatMap((time) => time.worked)
        expect(minutesOf(splitByDay(worked, zone))).toBeCloseTo(minutesOf(worked), 6)
      }),
      { numRuns: testRuns(50) },
    )
  })
})

describe('roundMinutes', () => {
  it('rounds only when the team asks', () => {
    expect(roundMinutes(7.5, null)).toBe(7.5)
    expect(roundMinutes(7.5, { step: 15, mode: 'up' })).toBe(15)
    expect(roundMinutes(7, { step: 15, mode: 'nearest' })).toBe(0)
    expect(roundMinutes(29, { step: 15, mode: 'down' })).toBe(15)
  })
})
