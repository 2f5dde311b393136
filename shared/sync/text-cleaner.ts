import type { EventBody } from '../session/event.ts'

/** Fields that hold choices and names of ours, never words of a person. */
const plainFields = new Set(['type', 'step', 'choice', 'supersedes'])

/** Cleans what a person wrote, once the code for it is there. */
export interface TextCleaner {
  readonly ready: boolean
  /** Loads the code, again where that failed before; rejects where it fails. */
  load(): Promise<void>
  /** Throws RangeError, with a sentence to show, for a text that is too long or comes before the code is there. */
  clean(body: EventBody): EventBody
}

/** Loads the redaction code apart from the rest, since the first click needs none of it. */
export const loadRedaction = async (): Promise<(body: EventBody) => EventBody> =>
  (await import('./clean-body.ts')).cleanBody

/** A cleaner that starts loading at once and again with each text that comes too early; `onReady` is called once. */
export function textCleaner(load: typeof loadRedaction, onReady: () => void): TextCleaner {
  let cleanText: ((body: EventBody) => EventBody) | undefined
  let loading: Promise<void> | undefined

  const start = (): Promise<void> => {
    loading ??= load()
      .then((loaded) => {
        cleanText = loaded
        onReady()
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }
  const startQuietly = (): void => void start().catch(() => undefined)

  startQuietly()
  return {
    get ready() {
      return cleanText !== undefined
    },
    load: start,
    clean(body) {
      if (cleanText) return cleanText(body)
      if (Object.keys(body).every((field) => plainFields.has(field))) return body
      startQuietly()
      throw new RangeError(
        'Not everything has loaded yet, so your text was not taken. Try again in a moment.',
      )
    },
  }
}
