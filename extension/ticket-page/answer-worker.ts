import type { AskTicketPage, Inserted, InsertOutcome, Selection } from '../messages/messages.ts'
import { parseAskTicketPage } from '../messages/parse-message.ts'
import { isBehindThePage, type Sender } from '../messages/speaker.ts'
import type { NoteToInsert } from './insert-into-editor.ts'

/** What a page can be asked for. */
export interface AskedPage {
  /** Has the page say once more what it shows. */
  tellHint(): void
  selection(): Omit<Selection, 'once'>
  insert(note: NoteToInsert): Promise<InsertOutcome>
}

/** So many inserts are remembered, so that one asked for twice is done once. */
const mostRemembered = 50

/**
 * Makes what answers the worker's messages: a promise of the answer, which is null for `tellHint`, or null for
 * everything that gets none. Inserts are done one after the other, each one-time id once; its first answer stands.
 */
export function answerWorker(
  ownId: string,
  page: AskedPage,
): (message: unknown, sender: Sender) => Promise<Selection | Inserted | null> | null {
  const inserts = new Map<string, Promise<Inserted>>()
  let last: Promise<unknown> = Promise.resolve()

  function insert(ask: Extract<AskTicketPage, { type: 'insertNote' }>): Promise<Inserted> {
    const { once, ticket, text, audience } = ask
    const known = inserts.get(once)
    if (known) return known
    const done = last
      .then(() => page.insert({ ticket, text, audience }))
      .catch((): InsertOutcome => 'left_changed')
      .then((outcome) => ({ once, outcome }))
    last = done
    inserts.set(once, done)
    const [oldest] = inserts.keys()
    if (inserts.size > mostRemembered && oldest !== undefined) inserts.delete(oldest)
    return done
  }

  return (message, sender) => {
    if (!isBehindThePage(sender, ownId)) return null
    const ask = parseAskTicketPage(message)
    switch (ask?.type) {
      case 'tellHint':
        page.tellHint()
        return Promise.resolve(null)
      case 'readSelection':
        return Promise.resolve({ once: ask.once, ...page.selection() })
      case 'insertNote':
        return insert(ask)
      default:
        return null
    }
  }
}
