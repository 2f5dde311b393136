import type { InputField } from '../../flow/flow.ts'
import { numberIn } from '../conditions.ts'
import { moveAlong } from '../move.ts'
import { currentStep, type EventOf, type Verdict, type Work } from '../work.ts'

/** The technician filled in an input step: fields it does not have are left out. */
export function captured(work: Work, event: EventOf<'captured'>): Verdict {
  const here = currentStep(work, event.step)
  if (typeof here === 'string') return here
  const { place, step } = here
  if (step.kind !== 'input') return 'not_this_step'
  const values = valuesOf(step.fields, event.values)
  if (!values) return 'values_missing'
  const refused = moveAlong(work, event.id, place, step.next, 'next', values)
  if (refused) return refused
  for (const [name, value] of Object.entries(values)) work.session.values[name] = { value, event: event.id }
  return null
}

/** The fields that were filled in; null where a required one is blank or a number holds none, unless it was a secret. */
function valuesOf(fields: InputField[], given: Record<string, string>): Record<string, string> | null {
  const values: Record<string, string> = {}
  for (const { name, required, type } of fields) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? '') : ''
    const blank = !value.trim()
    if (blank && required) return null
    if (!blank && type === 'number' && value !== '[SECRET]' && Number.isNaN(numberIn(value))) return null
    if (!blank) values[name] = value
  }
  return values
}
