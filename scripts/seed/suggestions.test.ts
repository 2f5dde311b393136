import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fits } from '#api/features/suggestions/fits.ts'
import { indexFlows } from '#api/features/suggestions/index-flows.ts'
import { questionOf } from '#api/features/suggestions/question-of.ts'
import type { SeedTicket } from '#scripts/sandbox/connectwise/seed/shape.ts'
import { closedTickets } from '#scripts/sandbox/connectwise/seed/tickets-closed.ts'
import { messyTickets } from '#scripts/sandbox/connectwise/seed/tickets-messy.ts'
import { moreTickets } from '#scripts/sandbox/connectwise/seed/tickets-more.ts'
import { clearTickets } from '#scripts/sandbox/connectwise/seed/tickets-open.ts'
import type { Index } from '#shared/search/build-index.ts'
import type { Question } from '#shared/search/passages.ts'
import { readSeedFlows } from './read-seed-flows.ts'
import { distractors } from './testing/distractors.ts'

interface Labels {
  sandbox: Record<string, string>
  tickets: LabelledText[]
  /** Labelled after the first tuning; two of them led to changes since, so they are no clean hold-out. */
  afterFirstTuning: LabelledText[]
}

interface LabelledText {
  flow: string
  summary: string
  text: string
}

interface Labelled {
  flow: string
  name: string
  question: Question
}

const labels: Labels = JSON.parse(
  await readFile(path.join(import.meta.dirname, 'suggestions.labels.json'), 'utf8'),
)
const seeded = [...clearTickets, ...messyTickets, ...moreTickets, ...closedTickets]
const sandbox = seeded.map(
  (ticket): Labelled => ({
    flow: labels.sandbox[ticket.id] ?? 'not labelled',
    name: ticket.summary,
    question: questionOf({
      ticket: sorted(ticket),
      texts: ticket.notes.map(({ text, by }) => ({ text, byContact: by === 'contact' })),
    }),
  }),
)
const written = labels.tickets.map(plain)
const later = labels.afterFirstTuning.map(plain)
const flows = await readSeedFlows()

function sorted({ summary, type, subType }: SeedTicket) {
  const named = (name: string | undefined) => (name === undefined ? null : { id: 1, name })
  return { summary, type: named(type), subType: named(subType) }
}

function plain({ flow, summary, text }: LabelledText): Labelled {
  const texts = text === '' ? [] : [{ text, byContact: true }]
  return {
    flow,
    name: summary,
    question: questionOf({ ticket: { summary, type: null, subType: null }, texts }),
  }
}

/** The tickets whose first suggestion, or none, is not the labelled one. */
function missed(index: Index, tickets: Labelled[]): string[] {
  return tickets.flatMap(({ flow, name, question }) => {
    const first = index.ask(question).find(fits)?.id ?? 'none'
    return first === flow ? [] : [`${name}: ${first} in place of ${flow}`]
  })
}

describe('labelled tickets', () => {
  it('cover every ticket of the sandbox, and many more of every kind', () => {
    expect(Object.keys(labels.sandbox).sort()).toEqual(seeded.map(({ id }) => String(id)).sort())
    expect(written.length).toBeGreaterThanOrEqual(60)
    const known = ['none', ...flows.map(({ id }) => id)]
    for (const { flow } of [...sandbox, ...written, ...later]) expect(known).toContain(flow)
  })
})

describe.each([0, 9, 197])('suggestions of a library with %i other flows', (count) => {
  let index: Index
  beforeAll(() => {
    index = indexFlows([...flows, ...distractors(count)])
  })

  it('are right for every ticket of the sandbox', () => {
    expect(missed(index, sandbox)).toEqual([])
  })

  it.each([
    ['tuned on', written],
    ['written afterwards', later],
  ])(
    'put the right flow first for nine of ten tickets %s, and say as often that nothing fits',
    (_, tickets) => {
      const fitting = tickets.filter(({ flow }) => flow !== 'none')
      const others = tickets.filter(({ flow }) => flow === 'none')
      const [wrong, chance] = [missed(index, fitting), missed(index, others)]
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(fitting.length / 10)
      expect(chance.length, chance.join('\n')).toBeLessThanOrEqual(others.length / 10)
    },
  )

  it('give the ticket’s own words as the reason', () => {
    for (const { name, question } of [...sandbox, ...written, ...later]) {
      const text = [question.summary, ...question.texts.map((each) => each.text)].join('\n')
      for (const { words } of index.ask(question).filter(fits)) {
        expect(words.length, name).toBeGreaterThan(0)
        expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length)
        for (const word of words) expect(text).toContain(word)
      }
    }
  })
})

describe('suggestions for the tickets of the sandbox', () => {
  const index = indexFlows(flows)
  it.each(sandbox)('are the one flow that fits, or none: $name', ({ flow, question }) => {
    const suggested = index.ask(question).flatMap((hit) => (fits(hit) ? [hit.id] : []))
    expect(suggested).toEqual(flow === 'none' ? [] : [flow])
  })
})

describe('the reason for a suggestion', () => {
  it('names the most telling words first and no small change', () => {
    const [first] = indexFlows(flows).ask(sandbox[0]?.question ?? { summary: '', texts: [] })
    expect(first?.words).toEqual(['Outlook', 'connecting', 'Disconnected', 'password'])
  })
})

describe('a search over the flows', () => {
  const index = indexFlows(flows)
  it.each([
    ['outl', 'outlook-not-connecting'],
    ['OUTLOOK', 'outlook-not-connecting'],
    ['printers', 'printer-offline'],
    ['print spool', 'printer-offline'],
    ['imprim', 'printer-offline'],
    ['locked acc', 'account-lockout'],
    ['gespe', 'account-lockout'],
    ['4740', 'account-lockout'],
    ['who is call', 'confirm-caller'],
    ['outlook unicorn', 'outlook-not-connecting'],
  ])('for “%s” finds %s first', (typed, id) => {
    expect(index.type(typed)[0]).toBe(id)
  })

  it('finds nothing for what stands nowhere', () => {
    expect(index.type('zzyzx')).toEqual([])
    expect(index.type(' – ')).toEqual([])
  })
})
