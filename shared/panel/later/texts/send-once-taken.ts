import type { EventBody } from '#shared/session/event.ts'
import type { LiveSession } from '#shared/sync/live-session.ts'
import { sayRejected } from '../../state/act.ts'
import { type Panel, say } from '../../state/panel.ts'
import { allWords } from '../../words/all-words.ts'

/** Forms whose text waits, and sessions whose act without a form does, so that a second Enter does not send it twice. */
const waiting = new WeakSet<Element | LiveSession>()

/**
 * Sends a text that came before the code which cleans it, once that is there: by sending its form again, as it then
 * stands, or on its own where there is none or it was closed meanwhile; the dialog it came from closes then. Where the code
 * does not come, the text stays in its field.
 */
export function sendOnceTaken(panel: Panel, live: LiveSession, body: EventBody, coming: Promise<void>): void {
  const t = allWords.value.write
  const dialog = panel.dialog.value
  // A form beside an open dialog is not the one that was sent.
  const place = [...document.querySelectorAll('dialog')].at(-1) ?? document
  const form = document.activeElement?.closest('form') ?? [...place.querySelectorAll('form')].at(-1) ?? null
  const waits = form ?? live
  panel.notice.value = t.waits
  if (waiting.has(waits)) return
  waiting.add(waits)
  coming.then(
    () => {
      if (panel.notice.value === t.waits) panel.notice.value = ''
      waiting.delete(waits)
      if (form?.isConnected) form.requestSubmit()
      else if (recordAlone(panel, live, body) && !form && panel.dialog.value === dialog)
        panel.dialog.value = null
    },
    () => {
      waiting.delete(waits)
      panel.notice.value = t.notTaken
    },
  )
}

function recordAlone(panel: Panel, live: LiveSession, body: EventBody): boolean {
  try {
    const result = live.record(body)
    if (!result.ok) void sayRejected(panel, result.reason)
    return result.ok
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(panel, error.message)
    return false
  }
}
