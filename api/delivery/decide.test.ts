import { describe, expect, it } from 'vitest'
import type { Delivery } from '#api/ports/delivery.ts'
import type { RefusalReason, WriteResult } from '#api/ports/psa.ts'
import { afterCheck, afterRefusal, afterSend, beginSend, nextStep, waitForTurn } from './decide.ts'
import type { Found } from './found.ts'
import { waitingDelivery } from './testing/planned-job.ts'
import { words } from './words.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const now = Date.UTC(2026, 0, 1)
const quarantineMs = 5 * minute

const twoCopies = [9, 12].map((id) => ({ id, at: null }))
const waiting = waitingDelivery({ marker: 'A', dueAt: now })
const sent = (more: Partial<Delivery> = {}): Delivery => ({
  ...waiting,
  state: 'checking',
  attempt: 1,
  sentAt: now,
  quarantineUntil: now + quarantineMs,
  ...more,
})

describe('what a claimed delivery needs', () => {
  it.each([
    ['waiting', false, 'send'],
    ['waiting', true, 'wait'],
    ['sending', false, 'check'],
    ['sending', true, 'check'],
    ['checking', false, 'check'],
    ['posted', false, 'sweep'],
    ['failed', false, 'nothing'],
    ['needs_you', false, 'nothing'],
    ['undone', false, 'nothing'],
  ] as const)('%s, behind an earlier post %s: %s', (state, behind, step) => {
    expect(nextStep({ ...waiting, state }, { behindUntil: behind ? now : null })).toBe(step)
  })

  it('looks at a posted text three times later, and at a posted status never', () => {
    expect(nextStep({ ...waiting, state: 'posted', sweeps: 2 }, { behindUntil: null })).toBe('sweep')
    expect(nextStep({ ...waiting, state: 'posted', sweeps: 3 }, { behindUntil: null })).toBe('nothing')
    expect(nextStep({ ...waiting, state: 'posted', part: 'status' }, { behindUntil: null })).toBe('nothing')
  })

  it('looks again soon while an earlier post goes first, and never rarer than each minute', () => {
    expect(waitForTurn(now, now)).toEqual({ message: words.behind, dueAt: now + second })
    expect(waitForTurn(now, now - 20 * second).dueAt).toBe(now + 5 * second)
    expect(waitForTurn(now, now - 8 * hour).dueAt).toBe(now + minute)
  })

  it('right after the one before it has been looked at, and within five minutes', () => {
    expect(waitForTurn(now, now + 40 * second).dueAt).toBe(now + 41 * second)
    expect(waitForTurn(now, now + hour).dueAt).toBe(now + 5 * minute)
  })
})

describe('an intent', () => {
  it('counts the quarantine from the last moment at which the write could be under way', () => {
    const intent = beginSend(waiting, now, { quarantineMs, statusBefore: 7 })
    expect(intent).toMatchObject({ state: 'sending', attempt: 1, sentAt: now, statusBefore: 7, tries: 0 })
    expect(intent.quarantineUntil).toBe(now + 30 * second + quarantineMs)
  })
})

describe('the answer to a write', () => {
  const about = { ticket: 101, acceptedAt: now, quarantineMs }
  const answer = (result: WriteResult, before = waiting) => afterSend(before, result, now + minute, about, 0)
  const written = { outcome: 'written', id: 9, ticket: 101, author: 'tech1', at: null } as const

  it('says posted, with id and author as ConnectWise names them, and looks again in ten minutes', () => {
    expect(answer(written)).toEqual({
      state: 'posted',
      psaId: 9,
      author: 'tech1',
      message: null,
      sweeps: 0,
      dueAt: now + 11 * minute,
    })
  })

  it('needs a person where it stands on another ticket', () => {
    expect(answer({ ...written, ticket: 102 })).toMatchObject({
      state: 'needs_you',
      message: words.wrongTicket,
      psaId: 9,
    })
  })

  it('is looked for at once where it is open, and not finding counts only after the quarantine from then', () => {
    expect(answer({ outcome: 'ambiguous', message: '' })).toEqual({
      state: 'checking',
      quarantineUntil: now + minute + quarantineMs,
      message: words.checking,
      dueAt: now + minute,
    })
  })

  it.each(['not_sent', 'rate_limited'] as const)(
    'is tried again later where it is %s, the attempt uncounted',
    (reason) => {
      const change = answer({ outcome: 'refused', reason, message: '' }, { ...waiting, attempt: 1, tries: 2 })
      expect(change).toMatchObject({
        state: 'waiting',
        attempt: 1,
        tries: 3,
        dueAt: now + minute + 4 * second,
      })
    },
  )

  it('says what to do where ConnectWise gives no reason, and adds nothing to a reason that says enough', () => {
    const said = (reason: RefusalReason, message: string) =>
      answer({ outcome: 'refused', reason, message }).message
    expect(said('invalid', 'An error has occurred.')).toBe(
      'It was not written: ConnectWise gave no reason. Look at the ticket’s board and status, then send it again.',
    )
    expect(said('not_found', '')).toContain(
      'ConnectWise gave no reason. Look whether the ticket is still there',
    )
    expect(said('forbidden', 'You do not have permission.')).toBe(
      'It was not written: You do not have permission.',
    )
  })

  it.each(['invalid', 'not_found', 'forbidden', 'not_signed_in', 'conflict'] as const)(
    'ends it where ConnectWise says no: %s',
    (reason) => {
      const change = answer({ outcome: 'refused', reason, message: 'Text is too long' })
      expect(change).toMatchObject({
        state: 'failed',
        attempt: 0,
        dueAt: null,
        message: expect.stringContaining('Text is too long'),
        sentAt: null,
      })
    },
  )
})

describe('trying again', () => {
  const refused = { outcome: 'refused', reason: 'not_sent', message: '' } as const
  const pause = (tries: number, jitter = 0, retryAfterSeconds?: number) =>
    (afterRefusal(
      { ...waiting, tries },
      retryAfterSeconds === undefined ? refused : { ...refused, reason: 'rate_limited', retryAfterSeconds },
      now,
      now,
      jitter,
    ).dueAt ?? 0) - now

  it('doubles the pause up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 9, 10, 40].map((tries) => pause(tries) / second)).toEqual([1, 2, 4, 8, 512, 900, 900])
  })

  it('spreads by up to a quarter, so that not all come at once', () => {
    expect(pause(3, 0.999)).toBeGreaterThan(9_900)
    expect(pause(3, 0.999)).toBeLessThanOrEqual(10_000)
  })

  it('waits as long as ConnectWise asks, up to a quarter of an hour', () => {
    expect(pause(0, 0, 30)).toBe(30 * second)
    expect(pause(0, 0, 7_200)).toBe(15 * minute)
  })

  it('outlasts eight hours of silence, and after twelve a person decides', () => {
    expect(afterRefusal(waiting, refused, now + 9 * hour, now, 0).state).toBe('waiting')
    expect(afterRefusal(waiting, refused, now + 12 * hour + 1, now, 0)).toMatchObject({
      state: 'needs_you',
      message: words.tooLong,
      dueAt: null,
    })
  })
})

describe('a search', () => {
  const none: Found = { kind: 'none' }
  const check = (found: Found, at: number, more: Partial<Delivery> = {}, began = at) =>
    afterCheck(sent(more), found, { began, now: at }, 0)

  it('that finds it is proof at any time', () => {
    const found = { kind: 'found', id: 9, author: 'tech1' } as const
    expect(check(found, now)).toMatchObject({ state: 'posted', psaId: 9 })
    expect(check(found, now + 20 * hour)).toMatchObject({ state: 'posted', psaId: 9 })
  })

  it('that finds it twice says so', () => {
    const found = {
      kind: 'several',
      id: 9,
      author: null,
      of: 'note',
      copies: twoCopies,
    } as const
    expect(check(found, now)).toMatchObject({
      state: 'posted',
      doubled: true,
      message: expect.stringContaining('notes 9 and 12'),
    })
  })

  it('that does not find it proves nothing before the quarantine ends', () => {
    expect(check(none, now + minute, { tries: 3 })).toMatchObject({
      state: 'checking',
      dueAt: now + minute + 8 * second,
    })
    const last = now + quarantineMs - 5 * second
    expect(check(none, last, { tries: 9 }).dueAt).toBe(now + quarantineMs)
  })

  it('that began before the quarantine ended proves nothing, however late it ends', () => {
    const until = now + quarantineMs
    expect(check(none, until + minute, {}, until - 1).state).toBe('checking')
    expect(check(none, until + minute, {}, until).state).toBe('waiting')
  })

  it('that does not find it after the quarantine lets it be sent once more, and then a person decides', () => {
    const after = now + quarantineMs
    expect(check(none, after)).toMatchObject({ state: 'waiting', tries: 0, dueAt: after })
    expect(check(none, after, { attempt: 2 })).toMatchObject({ state: 'needs_you', message: words.notFound })
    expect(check(none, after, { attempt: 2, part: 'status' })).toMatchObject({ message: words.notSet })
  })

  it('never lets a text without a marker be sent again', () => {
    expect(check(none, now + quarantineMs, { marker: null })).toMatchObject({
      state: 'needs_you',
      message: words.notFoundVisible,
    })
    expect(check(none, now + quarantineMs, { marker: null, part: 'status' }).state).toBe('waiting')
  })

  it('that fails is no answer: it is tried again, and after a day a person decides', () => {
    const failed = { kind: 'failed', retryAfterMs: 0 } as const
    expect(check(failed, now + 2 * quarantineMs, { tries: 1 })).toMatchObject({ state: 'checking', tries: 2 })
    expect(check({ ...failed, retryAfterMs: minute }, now).dueAt).toBe(now + minute)
    expect(check(failed, now + 24 * hour + 1)).toMatchObject({
      state: 'needs_you',
      message: words.cannotCheck,
    })
  })

  it('in doubt asks a person', () => {
    expect(check({ kind: 'doubt', message: 'Look.' }, now)).toMatchObject({
      state: 'needs_you',
      message: 'Look.',
    })
  })
})
