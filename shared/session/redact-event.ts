import { redact } from '../redaction/redact.ts'
import type { EventBody, SessionEvent } from './event.ts'

/** What a person typed, pasted or captured in an event, with every secret replaced; all else unchanged. Idempotent. */
export function redactBody(body: EventBody): EventBody {
  switch (body.type) {
    case 'done':
      return body.typedTarget === undefined
        ? body
        : { ...body, typedTarget: withoutSecrets(body.typedTarget) }
    case 'captured':
      return { ...body, values: withoutSecretValues(body.values) }
    case 'skipped':
    case 'not_relevant':
    case 'parked':
      return body.words === undefined ? body : { ...body, words: withoutSecrets(body.words) }
    case 'concluded':
      return { ...body, words: withoutSecrets(body.words) }
    case 'acted':
    case 'line_edited':
    case 'line_added':
      return { ...body, text: withoutSecrets(body.text) }
    case 'evidence':
      return { ...body, title: withoutSecrets(body.title), text: withoutSecrets(body.text) }
    case 'line_removed':
      return body.reason === undefined ? body : { ...body, reason: withoutSecrets(body.reason) }
    case 'answered':
    case 'went_back':
    case 'changed_answer':
    case 'paused':
    case 'resumed':
    case 'line_restored':
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

const withoutSecrets = (text: string): string => redact(text, { destination: 'storage' }).text

const withoutSecretValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withoutSecrets(value)]))
