import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '../session/session.ts'
import { testRuns } from '../testing/test-runs.ts'
import { cleanText } from './clean-text.ts'
import { composeNote } from './compose-note.ts'
import type { NoteDocument, NoteLine } from './document.ts'
import { sectionOrder } from './edit-lines.ts'
import { clockFor } from './format-time.ts'
import { english } from './strings.ts'
import { printer } from './testing/printer-flow.ts'
import { playThrows, throws, walks } from './testing/random-session.ts'
import { member, members, minute } from './testing/scripted-session.ts'

const runs = { numRuns: testRuns() }
const reader = {
  from: 0,
  poster: member('mara'),
  members,
  timeZone: 'Europe/Berlin',
  minutes: { start: minute(0), end: minute(37), minutes: 37 },
}
const flows = fc.constantFrom(printer, null)

const ANSWERS = ['answered', 'changed_answer', 'captured']
const WORK = [...ANSWERS, 'done', 'acted', 'evidence']

/**
 * Acts that a note must tell: what stands, what came late and was not struck, and what was done and undone. An
 * undone answer goes with a later answer that repeats it and was itself taken back.
 */
function mustBeTold({ event, standing, seq }: Act, acts: Act[]): boolean {
  const { type } = event
  const skip = type === 'skipped' || type === 'not_relevant'
  if (standing === 'stands') return WORK.includes(type) || skip || type === 'concluded' || type === 'parked'
  if (standing === 'late') return WORK.includes(type) || skip || type === 'concluded'
  if (!ANSWERS.includes(type)) return standing === 'undone' && WORK.includes(type)
  const takenBack = acts.some((act) => act.seq > seq && act.standing === 'superseded')
  return standing === 'undone' && !takenBack
}

describe('any session', () => {
  it('has every act that counts in at least one line of its note', () => {
    fc.assert(
      fc.property(flows, throws, (flow, dice) => {
        const session = playThrows(flow, dice)
        const lines = composeNote(session, flow, reader).sections.flatMap((section) => section.lines)
        const told = new Set(
          lines.filter(({ key }) => !key.startsWith('time:')).flatMap(({ events }) => events),
        )
        const missing = session.acts.filter((act) => mustBeTold(act, session.acts) && !told.has(act.event.id))
        expect(missing).toEqual([])
      }),
      runs,
    )
  })

  it('has lines that each rest on events of the log, under keys of their own, in order of sections', () => {
    fc.assert(
      fc.property(flows, throws, fc.nat(30), (flow, dice, from) => {
        const session = playThrows(flow, dice)
        const { sections } = composeNote(session, flow, { ...reader, from })
        const lines = sections.flatMap((section) => section.lines)
        for (const line of lines) {
          expect(line.text).not.toBe('')
          expect(line.events.length).toBeGreaterThan(0)
          for (const id of line.events) expect(session.known).toHaveProperty(id)
          // Time of an earlier day may be posted after what was done in it.
          if (line.key.startsWith('time:')) continue
          expect(Math.max(...line.events.map((id) => session.known[id] ?? 0))).toBeGreaterThan(from)
        }
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
        const kinds = sections.map(({ kind }) => kind)
        expect(kinds).toEqual(sectionOrder.filter((kind) => kinds.includes(kind)))
      }),
      runs,
    )
  })

  it('never shows an act that was struck, or an answer that another replaced', () => {
    fc.assert(
      fc.property(throws, (dice) => {
        const session = playThrows(printer, dice)
        const ends = composeNote(session, printer, reader)
          .sections.flatMap((section) => section.lines)
          .filter(({ key }) => key.startsWith('act:'))
          .map(({ events }) => events)
        for (const act of session.acts) {
          if (act.standing === 'struck') expect(ends.flat()).not.toContain(act.event.id)
          const alone = act.standing === 'superseded' && act.event.type === 'answered'
          if (alone) expect(ends).not.toContainEqual([act.event.id])
        }
      }),
      runs,
    )
  })

  it('says nothing that is not in its events, its flow, the catalogue or the options', () => {
    fc.assert(
      fc.property(flows, throws, (flow, dice) => {
        const session = playThrows(flow, dice)
        const clock = clockFor(reader.timeZone, english)
        const times = [...session.acts.map(({ event }) => event.at), reader.minutes.start, reader.minutes.end]
        const known = new Set(
          wordsOf([
            ...stringsIn(session.acts.map(({ event }) => event)),
            ...stringsIn([session.header, flow, english, members]),
            ...session.acts.flatMap(({ event }) =>
              ('step' in event ? (event.step ?? []) : []).flatMap(parts),
            ),
            ...times.flatMap((at) => [clock.time(at), clock.day(at), clock.stamp(at)]),
            `${reader.minutes.minutes}`,
          ]),
        )
        const note = composeNote(session, flow, reader)
        const told = note.sections.flatMap(({ lines }) =>
          lines.flatMap((line) => [line.text, line.output ?? '']),
        )
        expect(wordsOf([...told, note.thin ?? '']).filter((word) => !known.has(word))).toEqual([])
      }),
      runs,
    )
  })

  it('never rewords a line by what happens later, unless that belongs to the line', () => {
    fc.assert(
      fc.property(flows, fc.oneof(throws, walks), fc.nat(30), (flow, dice, cut) => {
        const before = linesOf(composeNote(playThrows(flow, dice.slice(0, cut)), flow, reader))
        const after = new Map(
          linesOf(composeNote(playThrows(flow, dice), flow, reader)).map((line) => [line.key, line]),
        )
        for (const line of before) {
          const now = after.get(line.key)
          const tellsThePresent = /^(?:place|time|wait):/.test(line.key)
          if (!now || tellsThePresent || `${now.events}` !== `${line.events}`) continue
          expect(now.text).toBe(line.text)
          expect(now.output).toBe(line.output)
        }
      }),
      runs,
    )
  })

  it('composes the same note from the same session twice', () => {
    fc.assert(
      fc.property(flows, throws, (flow, dice) => {
        const once = composeNote(playThrows(flow, dice), flow, reader)
        expect(composeNote(playThrows(flow, dice), flow, reader)).toEqual(once)
      }),
      runs,
    )
  })
})

function linesOf({ sections }: NoteDocument): NoteLine[] {
  return sections.flatMap(({ lines }) => lines)
}

/** Words with their digits, paths and hosts, without the marks around them; lower case. */
function wordsOf(texts: string[]): string[] {
  return texts.flatMap(
    (text) =>
      cleanText(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:[\\/.:@_-]+[\p{L}\p{N}]+)*/gu) ?? [],
  )
}

/** The step id of a part of an address stands in a note where the flow does not hold the step. */
function parts(address: string): string[] {
  return address.split(':')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [`${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
}
