import fc from 'fast-check'
import type { EventBody, SessionEvent } from '../../event.ts'
import { colleague, eventId, member } from '../../testing/script.ts'
import type { MemberSession } from '../marks.ts'

/** Zones with half hours, far from UTC on both sides, and with clocks that change. */
export const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'Asia/Kolkata',
)

/** The night in which the clocks of Berlin go back, and the days around it. */
const begin = Date.UTC(2026, 9, 24, 18, 0)

/** A moment within 20 hours, to the minute. */
const minute = fc.integer({ min: 0, max: 1_200 }).map((n) => new Date(begin + n * 60_000).toISOString())

const stretch = fc.tuple(minute, minute).map(([from, to]) => ({ from, to }))

const body: fc.Arbitrary<EventBody> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<EventBody>({ type: 'acted', text: 'looked' }) },
  fc.constantFrom<EventBody>(
    { type: 'paused' },
    { type: 'resumed' },
    { type: 'parked', reason: 'no_answer' },
    { type: 'posted', post: 'p', upTo: 1 },
    { type: 'post_withdrawn', post: 'p' },
    { type: 'concluded', outcome: 'refer', words: 'x' },
  ),
  fc
    .tuple(fc.constantFrom('q', 'r'), fc.array(stretch, { maxLength: 3 }))
    .map(([post, time]): EventBody => ({ type: 'posted', post, upTo: 1, time })),
  minute.map((to): EventBody => ({ type: 'start_moved', to })),
  fc
    .tuple(minute, minute, fc.boolean())
    .map(([from, to, worked]): EventBody => ({ type: 'gap_judged', from, to, worked })),
)

/** Something that happens; close to the one before it, as work is. */
export const happening = fc.record({
  session: fc.constantFrom('a', 'b', 'c'),
  after: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -2, max: 7 }) },
    fc.integer({ min: 0, max: 400 }),
  ),
  body,
  mine: fc.boolean(),
})
export type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

/** Three sessions with these happenings, all begun at the same moment, the last by somebody else. */
export function sessionsOf(happenings: Happening[]): MemberSession[] {
  let clock = begin
  const events = happenings.map(({ session, after, body, mine }, n) => {
    clock += after * 60_000
    const at = new Date(clock).toISOString()
    const event: SessionEvent = { id: eventId(n), v: 1, at, by: mine ? member : colleague, ...body }
    return { session, event }
  })
  return ['a', 'b', 'c'].map((name) => ({
    session: name,
    started: { by: name === 'c' ? colleague : member, at: new Date(begin).toISOString() },
    events: events.flatMap(({ session, event }) => (session === name ? [event] : [])),
  }))
}

/** What a member and a colleague do in three sessions. */
export const randomDays = fc.array(happening, { maxLength: 40 }).map(sessionsOf)
