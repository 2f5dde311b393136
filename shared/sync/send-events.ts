import { ApiError, type Client } from '../client.ts'
import type { LogEntry, SessionEvent } from '../session/event.ts'
import type { Surroundings } from './live-session.ts'
import { createPause, retryDelay } from './pause.ts'
import { readEntries } from './stored-shapes.ts'

/** An append without an answer for so many milliseconds counts as lost; repeating it does no harm. */
const longestAppend = 20_000
const mostEvents = 200
/** Characters of JSON in one append, unless a single event is longer. */
const mostText = 200_000

export interface SendingDeps {
  client: Client
  surroundings: Surroundings
  session: string
  unsent(): SessionEvent[]
  /** Sequence of the last stored entry that is known. */
  base(): number
  /** Resolves when what is to be sent is stored durably, as far as possible. */
  written(): Promise<void>
  adopt(entries: LogEntry[]): void
  /** Rejects where an answer of the API to this member's events would not be about the events. */
  checkMember(): Promise<void>
  /** Takes an event that the API refused out of the unsent ones. */
  setAside(event: SessionEvent, reason: string): void
  onSent(): void
  onTrouble(error: unknown): void
}

export interface Sender {
  /** Sends now what is unsent, without waiting for the next try. */
  poke(): void
  close(): void
}

/**
 * Keeps sending unsent events, in order, until the API has stored them: a stale append adopts what was missing and
 * goes again; of events that the API refuses each is sent alone, and set aside where it is refused alone; any other
 * failure is reported and tried again, later each time.
 */
export function sendEvents(deps: SendingDeps): Sender {
  const { surroundings } = deps
  const pause = createPause(surroundings)
  const closing = new AbortController()
  let running = false
  let failures = 0

  async function sendBatch(): Promise<void> {
    await deps.written()
    const events = nextBatch(deps.unsent())
    if (events.length === 0) return
    try {
      await send(events)
    } catch (error) {
      if (!isRefusal(error)) throw error
      await deps.checkMember()
      for (const event of events) await sendAlone(event)
    }
  }

  async function send(events: SessionEvent[]): Promise<void> {
    const base = deps.base()
    deps.adopt(await append(deps, base, events, closing.signal))
    if (deps.base() === base) throw new ApiError('unavailable', 'The server stored nothing. Trying again.')
  }

  /** Until it is stored, such as after what others did meanwhile, or refused. */
  async function sendAlone(event: SessionEvent): Promise<void> {
    while (deps.unsent().some(({ id }) => id === event.id)) {
      try {
        await send([event])
      } catch (error) {
        if (!isRefusal(error)) throw error
        deps.setAside(event, error.message)
      }
    }
  }

  async function run(): Promise<void> {
    running = true
    while (!closing.signal.aborted && deps.unsent().length > 0) {
      try {
        await sendBatch()
        failures = 0
        deps.onSent()
      } catch (error) {
        // The stream may have told meanwhile that all of it is stored.
        if (deps.unsent().length === 0) continue
        failures++
        if (!closing.signal.aborted) deps.onTrouble(error)
        await pause.wait(retryDelay(failures, surroundings.random()))
      }
    }
    running = false
  }

  return {
    poke() {
      if (running) pause.wake()
      else void run()
    },
    close() {
      closing.abort()
      pause.wake()
    },
  }
}

async function append(
  { client, surroundings, session }: SendingDeps,
  base: number,
  events: SessionEvent[],
  closed: AbortSignal,
): Promise<LogEntry[]> {
  const silence = new AbortController()
  const stop = surroundings.after(longestAppend, () => silence.abort())
  const signal = AbortSignal.any([silence.signal, closed])
  try {
    const reply = await client.call('appendEvents', {
      params: { id: session },
      body: { base, events },
      signal,
    })
    return readEntries(reply.entries)
  } catch (error) {
    if (error instanceof ApiError && error.details.kind === 'behind')
      return readEntries(error.details.missing)
    throw error
  } finally {
    stop()
  }
}

function nextBatch(unsent: SessionEvent[]): SessionEvent[] {
  let text = 0
  const end = unsent.slice(0, mostEvents).findIndex((event, n) => {
    text += JSON.stringify(event).length
    return n > 0 && text > mostText
  })
  return unsent.slice(0, end < 0 ? mostEvents : end)
}

/** Whether the API will never take what was sent, whoever asks and however often. */
const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.code === 'invalid' || error.code === 'too_large')
