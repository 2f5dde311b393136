import { describe, expect, it } from 'vitest'
import { composePost } from './post-text.ts'
import { eventId, type Happening, member, members, minute, play } from './testing/scripted-session.ts'
import type { PosterTime } from './time-line.ts'

const day = 24 * 60
const acted = (when: number, text: string): Happening => ({ minute: when, type: 'acted', text })
const script: Happening[] = [
  acted(0, 'Called the user'),
  acted(4, 'Left a message'),
  { minute: day - 5, type: 'start_moved', to: minute(day - 10) },
  acted(day, 'Called again'),
  { minute: day + 20, type: 'gap_judged', from: minute(day), to: minute(day + 12), worked: true },
  acted(day + 12, 'Restarted the spooler'),
  { minute: day + 21, type: 'posted', post: 'p', upTo: 6 },
]
const noteFor = (time: PosterTime, happened = script) => {
  const { note, text } = composePost(play(null, happened), null, {
    audience: 'internal',
    scope: 'since_last_post',
    poster: member('mara'),
    members,
    timeZone: 'Europe/Berlin',
    time,
    limit: 10_000,
    terms: [],
  })
  return { text, events: note.sections.find(({ kind }) => kind === 'time')?.lines[0]?.events, note }
}
const firstDay = { start: minute(0), end: minute(4), minutes: 4 }
const secondDay = { start: minute(day - 10), end: minute(day + 12), minutes: 22 }

describe('the line of the poster’s minutes', () => {
  it('rests on what was done within them, and on what was said about their start and gaps', () => {
    expect(noteFor(secondDay, script.slice(0, 6)).events).toEqual([4, 3, 5, 6].map(eventId))
    expect(noteFor(firstDay, script.slice(0, 6)).events).toEqual([1, 2].map(eventId))
  })

  it('is all that a post of an earlier day says, once the rest was posted', () => {
    const { text, events, note } = noteFor(firstDay)
    expect(text).toBe('Time: 3 Mar 2026, 15:00 to 15:04, 4 min.')
    expect(note.thin).toBeNull()
    expect(events).toEqual([1, 2].map(eventId))
  })

  it('names the days of what was not counted where they are several', () => {
    const days = {
      ...{ start: minute(0), end: minute(day + 12), minutes: 26 },
      gaps: [
        { from: minute(4), to: minute(day - 10) },
        { from: minute(day), to: minute(day + 2) },
      ],
    }
    expect(noteFor(days, script.slice(0, 6)).text).toContain(
      '3 Mar 2026, 15:00 to 4 Mar 2026, 15:12, 26 min ' +
        '(not counted: 3 Mar, 15:04 to 4 Mar, 14:50; 4 Mar, 15:00 to 15:02)',
    )
    const one = { ...secondDay, gaps: [{ from: minute(day), to: minute(day + 2) }] }
    expect(noteFor(one, script.slice(0, 6)).text).toContain('22 min (not counted: 15:00–15:02)')
  })

  it('says so where less than a minute passed', () => {
    const short = { start: minute(0), end: minute(0), minutes: 0 }
    expect(noteFor(short).text).toBe('Time: 3 Mar 2026, 15:00 to 15:00, less than 1 min.')
  })
})
