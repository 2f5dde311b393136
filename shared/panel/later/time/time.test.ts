import { describe, expect, it } from 'vitest'
import type { EventBody, SessionEvent } from '#shared/session/event.ts'
import { eventOf, member } from '#shared/session/testing/script.ts'
import { ownTime, visitStart } from './time.ts'

const event = (n: number, at: string, body: EventBody): SessionEvent => ({
  ...eventOf(n, body),
  at: `${at}:00.000Z`,
})

const work = (...events: SessionEvent[]) => ({
  member,
  session: 's',
  sessions: [{ session: 's', started: { by: member, at: '2026-11-23T09:00:00.000Z' }, events }],
})

describe('the current visit', () => {
  const acts = [
    event(1, '2026-11-23T09:02', { type: 'acted', text: 'a' }),
    event(2, '2026-11-23T09:03', { type: 'parked', reason: 'no_answer' }),
    event(3, '2026-11-24T14:00', { type: 'acted', text: 'b' }),
    event(4, '2026-11-24T14:03', { type: 'acted', text: 'c' }),
  ]

  it('begins with the first act after the session was parked, not with the session', () => {
    expect(visitStart(work(...acts))).toBe(Date.parse('2026-11-24T14:00:00.000Z'))
  })

  it('begins where its start was moved to', () => {
    const moved = event(5, '2026-11-24T14:04', { type: 'start_moved', to: '2026-11-24T13:50:00.000Z' })
    const all = work(...acts, moved)
    expect(visitStart(all)).toBe(Date.parse('2026-11-24T13:50:00.000Z'))
    expect(ownTime(all)?.worked.map(({ from }) => from)).toEqual([
      '2026-11-23T09:00:00.000Z',
      '2026-11-24T13:50:00.000Z',
    ])
  })

  it('has not begun before the first act', () => {
    expect(visitStart({ ...work(), member: 'another' })).toBeNull()
  })
})
