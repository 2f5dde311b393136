import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Flow, FlowClosure, InputField } from '../flow/flow.ts'
import { testRuns } from '../testing/test-runs.ts'
import { redactCaptured, redactLabelled } from './redact-captured.ts'
import { redactBody } from './redact-event.ts'
import { on, refusal, run } from './testing/run.ts'

const field = (name: string, label: string, type: InputField['type'] = 'text'): InputField => ({
  name,
  label,
  type,
  required: true,
})

const flow: Flow = {
  id: 'reset',
  title: 'Reset a password',
  kind: 'procedure',
  summary: 'Sets a new password',
  symptoms: [],
  steps: [
    {
      id: 'ask',
      start: true,
      kind: 'input',
      title: 'What was set?',
      fields: [field('first', 'Neues Kennwort'), field('second', 'Ticket'), field('third', 'Door code?')],
      next: { to: 'end' },
    },
    { id: 'end', kind: 'outcome', title: 'Set', outcome: 'resolved' },
  ],
}
const closure: FlowClosure = { root: 'reset@1', flows: { 'reset@1': flow } }
const step = ['reset@1:ask']

describe('what was typed under a label', () => {
  it.each([
    ['New password', 'Kastanie'],
    ['Neues Kennwort', 'herbst laub'],
    ['What is the new password?', 'tulip'],
    ['Nouveau mot de passe :', 'Soleil31'],
    ['Contraseña nueva *', 'girasol'],
    ['wifiPassword', 'Kastanie'],
    ['wifi_password', 'Kastanie'],
    ['PIN', '4711'],
  ])('under "%s" is a secret', (label, value) => {
    expect(redactLabelled(label, value)).toBe('[SECRET]')
  })

  it.each([
    ['Ticket', '884213'],
    ['Computer', 'PC-0442'],
    ['Password reset?', 'yes'],
    ['Milliseconds', '12'],
    ['', 'x'],
  ])('under "%s" stays', (label, value) => {
    expect(redactLabelled(label, value)).toBe(value)
  })

  it('is the same the second time, whatever the label says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Password', 'PIN', 'API key', 'Backup codes', 'x@y.example', ''),
        fc.string(),
        (label, value) => {
          const once = redactLabelled(label, value)
          expect(redactLabelled(label, once)).toBe(once)
        },
      ),
      { numRuns: testRuns() },
    )
  })
})

describe('a captured event', () => {
  const values = { first: 'Kastanie', second: '884213', third: '4711', toString: 'x' }

  it('is judged by the labels of the fields in its flow', () => {
    const body = { type: 'captured', step, values } as const
    expect(redactCaptured(body, closure)).toEqual({
      ...body,
      values: { ...values, first: '[SECRET]', third: '[SECRET]' },
    })
  })

  it('stays as it is without its flow, and so does any other event', () => {
    const body = { type: 'captured', step, values } as const
    expect(redactCaptured(body, null)).toEqual(body)
    expect(redactCaptured({ ...body, step: ['gone@1:ask'] }, closure)).toEqual({
      ...body,
      step: ['gone@1:ask'],
    })
    const other = { type: 'done', step } as const
    expect(redactCaptured(other, closure)).toBe(other)
  })

  it('loses its secrets by name where the flow is not at hand', () => {
    expect(redactBody({ type: 'captured', step, values: { doorCode: '4711' } })).toMatchObject({
      values: { doorCode: '[SECRET]' },
    })
  })

  it('is taken though the number it held was a secret, which no other word is', () => {
    const at = (value: string) =>
      run(on, { type: 'captured', step: ['printer@2:ping'], values: { ping: value } })
    expect(at('[SECRET]').values.ping?.value).toBe('[SECRET]')
    expect(refusal([on], { type: 'captured', step: ['printer@2:ping'], values: { ping: 'twelve' } })).toBe(
      'values_missing',
    )
  })
})
