import type { EventBody } from '#shared/session/event.ts'
import type { LiveSession } from '#shared/sync/live-session.ts'
import { sayRejected } from '../state/act.ts'
import { type Panel, say } from '../state/panel.ts'
import { allWords } from '../words/all-words.ts'

/** Forms whose text waits, so that a second Enter does not send it twice. */
const waiting = new WeakSet<Element>()

/**
 * Sends a text that came before the code which cleans it, once that is there: by sending its form again, as it then
 * stands, or on its own where the form was closed meanwhile. Where the code does not come, the text stays in its field.
 */
export function sendOnceTaken(panel: Panel, live: LiveSession, body: EventBody, coming: Promise<void>): void {
  const t = allWords.value.write
  const form = document.activeElement?.closest('form') ?? [...document.forms].at(-1) ?? null
  panel.notice.value = t.waits
  if (form && waiting.has(form)) return
  if (form) waiting.add(form)
  coming.then(
    () => {
      if (panel.notice.value === t.waits) panel.notice.value = ''
      if (form) waiting.delete(form)
      if (form?.isConnected) form.requestSubmit()
      else recordAlone(panel, live, body)
    },
    () => {
      if (form) waiting.delete(form)
      panel.notice.value = t.notTaken
    },
  )
}

function recordAlone(panel: Panel, live: LiveSession, body: EventBody): void {
  try {
    const result = live.record(body)
    if (!result.ok) void sayRejected(panel, result.reason)
  } catch (error) {
    if (error instanceof RangeError) say(panel, error.message)
    else throw error
  }
}
