import { describe, expect, it } from 'vitest'
import type { EventBody } from '../session/event.ts'
import { sessionEventSchema } from './session.ts'

const id = '0192f0c1-2222-7333-8444-555566667777'
const head = { id, v: 1, at: '2026-11-24T09:00:00.000Z', by: id }
const taken = (body: EventBody) => sessionEventSchema.safeParse({ ...head, ...body }).success
const step = ['outlook-offline@12:start_safe-mode']

describe('an event as it travels', () => {
  it.each<EventBody>([
    { type: 'answered', step: [...step, 'sub@1:Ask2'], choice: 'yes_1' },
    { type: 'changed_answer', supersedes: id, choice: 'no' },
    { type: 'captured', step, values: { pingResult: 'any text: at all' } },
    { type: 'line_edited', line: `act:${id}`, text: 'words' },
    { type: 'line_removed', line: 'time:12' },
    { type: 'line_removed', line: `need-0:${id}` },
    { type: 'line_shown', line: `wait_words:${id}`, client: true },
    { type: 'acted', text: 'words', client: false },
    { type: 'line_restored', line: id },
    { type: 'line_added', section: 'open_question', text: 'words' },
    { type: 'concluded', outcome: 'resolved', words: '', cause: { text: 'words', certainty: 'likely' } },
    {
      ...{ type: 'concluded', outcome: 'refer', words: '', client: true },
      handOff: { openQuestion: 'words', verifyFirst: 'one\ntwo', to: 'words' },
    },
  ])('is taken with the ids that flows and notes have: %j', (body) => {
    expect(taken(body)).toBe(true)
  })

  it.each<EventBody>([
    { type: 'answered', step, choice: 'password: Sommer2024' },
    { type: 'answered', step: ['Sommer2024!'], choice: 'yes' },
    { type: 'answered', step: ['outlook@1:the password'], choice: 'yes' },
    { type: 'answered', step: ['outlook@0:ask'], choice: 'yes' },
    { type: 'changed_answer', supersedes: id, choice: 'hunter2!' },
    { type: 'captured', step, values: { 'Sommer 2024': 'x' } },
    { type: 'line_edited', line: 'password: Sommer2024', text: 'words' },
    { type: 'line_removed', line: 'act:Sommer2024' },
    { type: 'line_restored', line: 'Sommer2024' },
    { type: 'line_added', section: 'Sommer2024', text: 'words' },
  ])('is refused with anything else where an id belongs: %j', (body) => {
    expect(taken(body)).toBe(false)
  })
})
