import type { EventBody } from './event.ts'

/** The longest texts an event may carry, in characters: what the API accepts. */
export const textLimits = { words: 4_000, evidence: 200_000, title: 200, value: 20_000, typedTarget: 500 }

/** The limit that a text of this event exceeds, in characters, or null where all of it fits. */
export function exceededLimit(body: EventBody): number | null {
  const over = limitedTexts(body).find(([text, limit]) => (text?.length ?? 0) > limit)
  return over ? over[1] : null
}

function limitedTexts(body: EventBody): [string | undefined, number][] {
  switch (body.type) {
    case 'done':
      return [[body.typedTarget, textLimits.typedTarget]]
    case 'captured':
      return Object.values(body.values).map((value) => [value, textLimits.value])
    case 'skipped':
    case 'not_relevant':
    case 'parked':
      return [[body.words, textLimits.words]]
    case 'concluded': {
      const { openQuestion, verifyFirst, to } = body.handOff ?? {}
      const texts = [body.words, body.cause?.text, openQuestion, verifyFirst, to]
      return texts.map((text) => [text, textLimits.words])
    }
    case 'acted':
    case 'line_edited':
    case 'line_added':
      return [[body.text, textLimits.words]]
    case 'evidence':
      return [
        [body.title, textLimits.title],
        [body.text, textLimits.evidence],
      ]
    case 'line_removed':
      return [[body.reason, textLimits.words]]
    default:
      return []
  }
}
