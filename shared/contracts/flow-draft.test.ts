import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import type { FlowDraft } from '../flow/flow.ts'
import { flowDraftSchema } from './flow-draft.ts'
import { parseFlowFile } from './parse-flow-file.ts'

/** Intersections written out, so that equal shapes compare as equal types. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T

const draft: FlowDraft = {
  id: 'printer',
  title: 'Printer offline',
  kind: 'troubleshooting',
  summary: '',
  symptoms: ['printer offline'],
  steps: [
    {
      id: 'print',
      start: true,
      kind: 'verify',
      title: 'Does it print?',
      choices: [
        { id: 'yes', label: 'Yes', passed: true, next: { to: 'works' } },
        {
          id: 'no',
          label: 'No',
          passed: false,
          next: { to: 'print', retry: { limit: 2, otherwise: 'works' } },
        },
      ],
    },
    { id: 'works', kind: 'outcome', title: 'It works', outcome: 'resolved' },
  ],
}
const problemsOf = (change: object) => {
  const read = parseFlowFile(JSON.stringify({ ...draft, ...change }))
  return read.ok ? [] : read.problems
}

describe('flowDraftSchema', () => {
  it('means the same as the type', () => {
    expectTypeOf<Plain<z.infer<typeof flowDraftSchema>>>().toEqualTypeOf<Plain<FlowDraft>>()
    expect(flowDraftSchema.parse(draft)).toEqual(draft)
  })
})

describe('parseFlowFile', () => {
  it('reads one flow or a list of them', () => {
    expect(parseFlowFile(JSON.stringify(draft))).toEqual({ ok: true, flows: [draft] })
    expect(parseFlowFile(`\uFEFF${JSON.stringify([draft, draft])}`)).toEqual({
      ok: true,
      flows: [draft, draft],
    })
  })

  it('says what is wrong and where', () => {
    expect(problemsOf({ title: ' ' })).toEqual(['title: Write something here; it is empty.'])
    expect(problemsOf({ steps: [{ ...draft.steps[1], title: 5 }] })).toEqual([
      'steps 1, title: Write a text here.',
    ])
    expect(problemsOf({ steps: [{ id: 'a', title: 'A', kind: 'wizard' }] })).toEqual([
      'steps 1, kind: Choose the kind question, instruction, input, decision, subflow, verify or outcome.',
    ])
    expect(problemsOf({ steps: [{ ...draft.steps[1], titel: 'x' }] })).toEqual([
      'steps 1: titel is not known here.',
    ])
    expect(problemsOf({ tag: 1, owner: 2 })).toEqual(['tag, owner are not known here.'])
    expect(problemsOf({ steps: [{ ...draft.steps[1], start: false }] })).toEqual([
      'steps 1, start: Write true here, or leave it out.',
    ])
    expect(problemsOf({ id: 'Not This' })).toEqual([
      'id: Use lower-case letters, digits and dashes, at most 80.',
    ])
    expect(parseFlowFile('{"id":')).toEqual({
      ok: false,
      problems: ['Save the file as JSON: it cannot be read as such.'],
    })
    expect(parseFlowFile('7')).toEqual({
      ok: false,
      problems: ['Give a flow: an object with id, title, kind, summary, symptoms and steps.'],
    })
    expect(parseFlowFile('[]')).toEqual({ ok: false, problems: ['Put at least one flow into the file.'] })
  })

  it('limits the number of steps and the length of texts', () => {
    const [, end] = draft.steps
    expect(problemsOf({ steps: Array.from({ length: 501 }, () => end) })).toEqual([
      'steps: Keep at most 500 entries here.',
    ])
    expect(problemsOf({ steps: [{ ...end, body: 'x'.repeat(20_001) }] })).toEqual([
      'steps 1, body: Shorten this text to 20000 characters.',
    ])
  })

  it('shows the first problems of many', () => {
    const read = parseFlowFile(JSON.stringify(Array.from({ length: 30 }, () => ({ ...draft, title: '' }))))
    expect(read.ok ? [] : read.problems).toHaveLength(21)
  })
})
