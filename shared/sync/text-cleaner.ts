import type { EventBody } from '../session/event.ts'

/** Fields that hold choices and names of ours, never words of a person. */
const plainFields = new Set(['type', 'step', 'choice', 'supersedes'])

/** Cleans what a person wrote, once the code for it is there. */
export interface TextCleaner {
  readonly ready: boolean
  /** Throws RangeError, with a sentence to show, for a text that is too long or comes before the code is there. */
  clean(body: EventBody): EventBody
}

/** Loads the redaction code apart from the rest, since the first click needs none of it. */
export const loadRedaction = async (): Promise<(body: EventBody) => EventBody> =>
  (await import('./clean-body.ts')).cleanBody

/** A cleaner that starts loading at once and again with each text that comes too early; `onReady` is called once. */
export function textCleaner(load: typeof loadRedaction, onReady: () => void): TextCleaner {
  let cleanText: ((body: EventBody) => EventBody) | undefined
  const start = (): void => {
    load().then(
      (loaded) => {
        cleanText ??= loaded
        onReady()
      },
      () => undefined,
    )
  }
  start()
  return {
    get ready() {
      return cleanText !== undefined
    },
    clean(body) {
      if (cleanText) return cleanText(body)
      if (Object.keys(body).every((field) => plainFields.has(field))) return body
      start()
      throw new RangeError(
        'Not everything has loaded yet, so your text was not taken. Try again in a moment.',
      )
    },
  }
}
