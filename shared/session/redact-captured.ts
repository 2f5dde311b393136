import type { FlowClosure } from '../flow/flow.ts'
import { redact } from '../redaction/redact.ts'
import type { EventBody } from './event.ts'
import { stepOf } from './place.ts'
import { storableText } from './storable-text.ts'

/**
 * What was typed under a label, as it may be stored. The label, or the name of a field, tells what the value is
 * ("pin" of "4711"), so both are judged together. Idempotent.
 */
export function redactLabelled(label: string, value: string): string {
  const clean = redact(storableText(value), { destination: 'storage' }).text
  const words = label.replaceAll(/(?<=[a-z\d])(?=[A-Z])|_/g, ' ').replace(/[\s:?*]*$/, ': ')
  const labelled = redact(words + clean, { destination: 'storage' }).text
  return labelled.startsWith(words) ? labelled.slice(words.length) : clean
}

/** A captured event with its values judged by the labels of its step's fields too; any other event as it is. */
export function redactCaptured<E extends EventBody>(event: E, closure: FlowClosure | null): E {
  if (event.type !== 'captured') return event
  const step = stepOf(closure, event.step)
  if (step?.kind !== 'input') return event
  const values = { ...event.values }
  for (const { name, label } of step.fields) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value) values[name] = redactLabelled(label, value)
  }
  return { ...event, values }
}
