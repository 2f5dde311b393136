import { redact } from '../redaction/redact.ts'
import type { EventBody, HandOff, SessionEvent } from './event.ts'
import { redactLabelled } from './redact-captured.ts'
import { storableText } from './storable-text.ts'

/**
 * What a person typed, pasted or captured in an event, as it may be stored: no character that a database refuses, every
 * secret replaced. All else is ours by its shape and stays unchanged. Idempotent.
 */
export function redactBody(body: EventBody): EventBody {
  switch (body.type) {
    case 'done':
      return body.typedTarget === undefined ? body : { ...body, typedTarget: cleanText(body.typedTarget) }
    case 'captured':
      return { ...body, values: cleanValues(body.values) }
    case 'skipped':
    case 'not_relevant':
    case 'parked':
      return body.words === undefined ? body : { ...body, words: cleanText(body.words) }
    case 'concluded':
      return {
        ...body,
        words: cleanText(body.words),
        ...(body.cause && { cause: { ...body.cause, text: cleanText(body.cause.text) } }),
        ...(body.handOff && { handOff: cleanHandOff(body.handOff) }),
      }
    case 'acted':
    case 'line_edited':
    case 'line_added':
      return { ...body, text: cleanText(body.text) }
    case 'evidence':
      return { ...body, title: cleanText(body.title), text: cleanText(body.text) }
    case 'line_removed':
      return body.reason === undefined ? body : { ...body, reason: cleanText(body.reason) }
    case 'answered':
    case 'went_back':
    case 'changed_answer':
    case 'paused':
    case 'resumed':
    case 'line_restored':
    case 'line_shown':
    case 'start_moved':
    case 'gap_judged':
    case 'late_judged':
    case 'posted':
    case 'post_withdrawn':
      return body
    default:
      return body satisfies never
  }
}

/** An event with every secret in it replaced, as it may be stored. */
export function redactEvent(event: SessionEvent): SessionEvent {
  const { id, v, at, by } = event
  return { ...redactBody(event), id, v, at, by }
}

const cleanText = (text: string): string => redact(storableText(text), { destination: 'storage' }).text

const cleanHandOff = ({ openQuestion, verifyFirst, to }: HandOff): HandOff => ({
  openQuestion: cleanText(openQuestion),
  verifyFirst: cleanText(verifyFirst),
  to: cleanText(to),
})

const cleanValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactLabelled(name, value)]))
