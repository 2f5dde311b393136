import type { FromTicketPage } from '../messages/messages.ts'
import { longestSelection } from '../messages/parse-message.ts'
import { answerWorker } from './answer-worker.ts'
import { insertIntoEditor } from './insert-into-editor.ts'
import { pageButton } from './page-button.ts'
import { rememberPointed, selectedText } from './remember-pointed.ts'
import { watchPage } from './watch-page.ts'

/** What our script in a page takes of the browser. */
export type PageRuntime = Pick<typeof chrome.runtime, 'id' | 'sendMessage' | 'onMessage'>

/**
 * Starts everything that runs in a page of ConnectWise: tells which ticket it shows, offers the button, and answers
 * the worker. It ends by itself once the extension is gone or was replaced.
 */
export function startPage(self: Window, runtime: PageRuntime): void {
  const button = pageButton(self, () => say({ type: 'openPanel' }))
  const pointed = rememberPointed(self)
  const watching = watchPage(self, {
    tell(hint) {
      say({ type: 'ticketHint', hint })
      button.show(hint)
    },
    looked() {
      if (runtime.id === undefined) stop()
      else button.settle()
    },
  })
  const answerTo = answerWorker(runtime.id, {
    tellHint: watching.tellAgain,
    selection: () => ({ text: selectedText(longestSelection), under: pointed.number() }),
    insert: insertIntoEditor,
  })
  const hear: Parameters<typeof runtime.onMessage.addListener>[0] = (message, sender, respond) => {
    const answer = answerTo(message, sender)
    void answer?.then(respond)
    return answer !== null
  }
  runtime.onMessage.addListener(hear)

  function say(message: FromTicketPage): void {
    if (runtime.id !== undefined) void runtime.sendMessage(message).catch(() => undefined)
    else stop()
  }
  // An extension that was updated leaves its old scripts behind, which have no id and reach nobody any more.
  function stop(): void {
    watching.stop()
    pointed.stop()
    button.remove()
    if (runtime.id !== undefined) runtime.onMessage.removeListener(hear)
  }
}
