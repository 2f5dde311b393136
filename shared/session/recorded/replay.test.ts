import { describe, expect, it } from 'vitest'
import { appendEvents } from '../append.ts'
import type { EventType } from '../event.ts'
import { fold } from '../fold.ts'
import { startSession } from '../start-session.ts'
import { upgradeEntry } from '../upgrade-event.ts'
import back from './back-and-changed.json' with { type: 'json' }
import { digestOf } from './digest.ts'
import late from './late-acts.json' with { type: 'json' }
import passed from './passed-over.json' with { type: 'json' }
import { expectedOf, type Recording } from './recording.ts'
import solved from './solved-with-retries.json' with { type: 'json' }
import visits from './visits-of-two.json' with { type: 'json' }
import gaps from './waits-and-gaps.json' with { type: 'json' }
import free from './without-flow.json' with { type: 'json' }
import readers from './words-for-readers.json' with { type: 'json' }

/** Through JSON once more, since the compiler reads a file's texts as any text. */
const recordings: Recording[] = JSON.parse(
  JSON.stringify([solved, back, visits, late, free, readers, passed, gaps]),
)

const EVERY_TYPE: Record<EventType, true> = {
  answered: true,
  done: true,
  captured: true,
  skipped: true,
  not_relevant: true,
  acted: true,
  evidence: true,
  went_back: true,
  changed_answer: true,
  paused: true,
  resumed: true,
  parked: true,
  concluded: true,
  line_edited: true,
  line_added: true,
  line_removed: true,
  line_restored: true,
  line_shown: true,
  start_moved: true,
  gap_judged: true,
  late_judged: true,
  posted: true,
  post_withdrawn: true,
}

describe.each(recordings)('$about', ({ header, closure, log, expected }) => {
  it('folds to the state it once led to', () => {
    expect(expectedOf(fold(header, closure, log.map(upgradeEntry)))).toEqual(expected)
  })

  it('would be stored the same way today', () => {
    const events = log.map(({ event }) => event)
    expect(appendEvents(startSession(header, closure), closure, events, 0).entries).toEqual(log)
  })
})

describe('the recordings', () => {
  it('hold every type of event, applied', () => {
    const applied = recordings.flatMap(({ log }) =>
      log.flatMap(({ event, late }) => (late ? [] : [event.type])),
    )
    expect([...new Set(applied)].sort()).toEqual(Object.keys(EVERY_TYPE).sort())
  })
})

describe('digestOf', () => {
  it('depends on values, not on the order of keys', () => {
    expect(digestOf({ a: 1, b: [2, null] })).toBe(digestOf({ b: [2, null], a: 1 }))
    expect(digestOf({ a: 1, b: [2, null] })).not.toBe(digestOf({ a: 1, b: [null, 2] }))
  })
})
