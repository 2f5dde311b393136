import { describe, expect, it } from 'vitest'
import type { Delivery } from '#api/ports/delivery.ts'
import { afterSweep } from './decide.ts'
import { waitingDelivery } from './testing/planned-job.ts'
import { words } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.UTC(2026, 0, 1)

const twoCopies = [9, 12].map((id) => ({ id, at: null }))

describe('late looks', () => {
  const posted = (sweeps: number): Delivery => ({
    ...waitingDelivery({ marker: 'A', dueAt: now }),
    state: 'posted',
    attempt: 1,
    sentAt: now,
    psaId: 9,
    sweeps,
  })
  const found = { kind: 'found', id: 9, author: null } as const

  it('come after ten minutes, an hour and a day, and then no more', () => {
    expect(afterSweep(posted(0), found, now + 10 * minute)).toEqual({ sweeps: 1, dueAt: now + hour })
    expect(afterSweep(posted(1), found, now + hour)).toEqual({ sweeps: 2, dueAt: now + 24 * hour })
    expect(afterSweep(posted(2), found, now + 24 * hour)).toEqual({ sweeps: 3, dueAt: null })
  })

  it('say where the text stands twice', () => {
    const several = {
      kind: 'several',
      id: 9,
      author: null,
      of: 'time',
      copies: twoCopies,
    } as const
    const change = afterSweep(posted(0), several, now)
    expect(change).toMatchObject({ doubled: true, message: expect.stringContaining('time entries 9 and 12') })
    expect(change.message).toContain('billed')
  })

  it('stop saying so once only one is left', () => {
    const doubled = { ...posted(2), doubled: true, message: 'Twice.' }
    const left = { kind: 'found', id: 12, author: 'tech2' } as const
    expect(afterSweep(doubled, left, now)).toMatchObject({ doubled: false, message: null, psaId: 12 })
    expect(afterSweep(doubled, { kind: 'failed', retryAfterMs: 0 }, now)).toMatchObject({ doubled: true })
    expect(afterSweep(doubled, { kind: 'doubt', message: 'Look.' }, now)).not.toHaveProperty('doubled')
  })

  it('say so where all of them are gone', () => {
    const doubled = { ...posted(2), doubled: true, message: 'Twice.' }
    expect(afterSweep(doubled, { kind: 'none' }, now)).toMatchObject({
      state: 'needs_you',
      doubled: false,
      message: words.allGone,
      dueAt: null,
    })
  })

  it('that cannot be taken are made up for, within two days', () => {
    const failed = { kind: 'failed', retryAfterMs: 0 } as const
    expect(afterSweep(posted(0), failed, now + hour)).toEqual({ dueAt: now + hour + 15 * minute })
    expect(afterSweep(posted(0), failed, now + 49 * hour)).toEqual({ dueAt: null })
  })
})
