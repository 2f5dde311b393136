import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRuns } from '../testing/test-runs.ts'
import { composeNote } from './compose-note.ts'
import type { Audience, NoteDocument } from './document.ts'
import { renderConnectWise } from './render-connectwise.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderPlain } from './render-plain.ts'
import { reader } from './testing/note-of.ts'
import { printer } from './testing/printer-flow.ts'
import { playThrows, type Throw, throws, walks } from './testing/random-session.ts'

const runs = { numRuns: testRuns() }
const flows = fc.constantFrom(printer, null)

/** Throws whose words carry the number of the event they go into, so that any text betrays where it is from. */
const signed = fc
  .oneof(throws, walks)
  .map((dice) => dice.map((one, index): Throw => ({ ...one, words: `${one.words} zq${index + 1}x` })))

/** Everything that a client could get to see of a note. */
function seenByClient(note: NoteDocument): string {
  const audiences: Audience[] = ['discussion', 'resolution']
  return audiences
    .flatMap((audience) => {
      const options = { ...reader, audience }
      return [renderConnectWise, renderMarkdown, renderPlain, renderHtml].map((render) =>
        render(note, options),
      )
    })
    .join('\n')
}

const signsIn = (text: string): Set<string> => new Set(text.match(/zq\d+x/g))

describe('a text for the client, after any events', () => {
  it('has no words in it that nobody let the client read', () => {
    fc.assert(
      fc.property(flows, signed, (flow, dice) => {
        const session = playThrows(
          flow,
          dice.filter(({ what }) => what !== 22),
        )
        const allowed = new Set(
          session.acts.flatMap(({ event }) =>
            'client' in event && event.client ? [...signsIn(JSON.stringify(event))] : [],
          ),
        )
        const seen = signsIn(seenByClient(composeNote(session, flow, reader)))
        expect([...seen].filter((sign) => !allowed.has(sign))).toEqual([])
      }),
      runs,
    )
  })

  it('has no line in it that is marked internal', () => {
    fc.assert(
      fc.property(flows, signed, (flow, dice) => {
        const note = composeNote(playThrows(flow, dice), flow, reader)
        const lines = note.sections.flatMap((section) => section.lines)
        const open = signsIn(
          lines
            .filter(({ audience }) => audience === 'everyone')
            .map(({ text }) => text)
            .join('\n'),
        )
        const seen = signsIn(seenByClient(note))
        for (const { audience, text } of lines) {
          if (audience === 'internal')
            for (const sign of signsIn(text)) if (!open.has(sign)) expect(seen).not.toContain(sign)
        }
      }),
      runs,
    )
  })

  it('has no line in it that was last said to be internal', () => {
    fc.assert(
      fc.property(flows, signed, (flow, dice) => {
        const session = playThrows(flow, dice)
        const lines = composeNote(session, flow, reader).sections.flatMap((section) => section.lines)
        for (const { event, standing } of session.acts) {
          if (event.type !== 'line_shown' || standing !== 'stands') continue
          const later = session.edits.filter(({ line }) => line === event.line).at(-1)
          if (event.client || later?.event !== event.id) continue
          expect(lines.find(({ key }) => key === event.line)?.audience).not.toBe('everyone')
        }
      }),
      runs,
    )
  })
})
