import { ApiError, type CallInput, type Client, type StreamEvent } from '../../client.ts'
import type { RouteId } from '../../contracts/routes.ts'
import type { SimulatedApi } from './simulated-api.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What goes wrong between one client and the API; shares are of 1, times in milliseconds. */
export interface Faults {
  offline: boolean
  signedOut: boolean
  tooOld: boolean
  /** Streams open but nothing comes through. */
  streamsDead: boolean
  streamsRefused: boolean
  lostBefore: number
  lostAfter: number
  /** Requests that never get an answer, until they are given up. */
  silent: number
  /** Requests that reach the API a second time, later. */
  repeated: number
  unavailable: number
  slowest: number
}

export const noFaults: Faults = {
  offline: false,
  signedOut: false,
  tooOld: false,
  streamsDead: false,
  streamsRefused: false,
  lostBefore: 0,
  lostAfter: 0,
  silent: 0,
  repeated: 0,
  unavailable: 0,
  slowest: 50,
}

export interface FaultyClient {
  client: Client
  /** Changed by the test as it goes. */
  faults: Faults
  /** Loses every stream at once, as a restarted API does. */
  cutStreams(): void
  /** Requests that reached the API, by route. */
  calls: RouteId[]
  openStreams(): number
  /** Whose token the client has by now. */
  signedInAs: string
}

/** The client's own patience, in milliseconds. */
const longestCall = 30_000

const offline = (): ApiError => new ApiError('offline', 'No answer.')

/** A client of the simulated API for one member, over a network that does all that networks do. */
export function faultyClient(
  api: SimulatedApi,
  member: string,
  time: VirtualTime,
  random: () => number,
): FaultyClient {
  const calls: RouteId[] = []
  const streams = new Set<(error: ApiError) => void>()
  const wait = (): Promise<void> =>
    new Promise((resolve) => time.after(Math.ceil(random() * made.faults.slowest), resolve))
  const happens = (share: number): boolean => random() < share

  function serve(route: RouteId, input: CallInput<RouteId>): unknown {
    const { faults } = made
    calls.push(route)
    if (faults.tooOld) throw new ApiError('client_too_old', 'Load the page again.', { status: 426 })
    if (faults.signedOut) throw new ApiError('not_signed_in', 'Sign in.', { status: 401 })
    if (happens(faults.unavailable)) throw new ApiError('unavailable', 'Later.', { status: 503 })
    const id = String(input.params?.id)
    const { body, query } = input
    if (route === 'getMe') return { now: time.now(), member: { id: made.signedInAs } }
    if (route === 'startSession' && body && 'ticket' in body) return api.startSession(member, body)
    if (route === 'getSession') return api.view(id)
    if (route === 'appendEvents' && body && 'events' in body)
      return { entries: api.append(made.signedInAs, id, body.base, structuredClone(body.events)) }
    if (route === 'listEvents' && query && 'after' in query)
      return { entries: api.after(id, Number(query.after)) }
    if (route === 'getPost') return api.post(id)
    throw new Error(`The simulated API does not serve ${route}.`)
  }

  const untilGivenUp = (signal: AbortSignal | undefined): Promise<never> =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
      time.after(longestCall, () => reject(offline()))
    })

  async function carry(route: RouteId, input: CallInput<RouteId>): Promise<unknown> {
    await wait()
    const { faults } = made
    if (faults.offline || happens(faults.lostBefore)) throw offline()
    if (happens(faults.silent)) {
      if (happens(0.5)) serve(route, input)
      return untilGivenUp(input.signal)
    }
    if (happens(faults.repeated)) {
      time.after(Math.ceil(random() * 8_000), () => {
        try {
          serve(route, input)
        } catch {
          // Nobody waits for the answer to a repetition.
        }
      })
    }
    const reply = structuredClone(serve(route, input))
    await wait()
    if (made.faults.offline || happens(faults.lostAfter)) throw offline()
    return reply
  }

  const made: FaultyClient = {
    calls,
    signedInAs: member,
    faults: { ...noFaults },
    openStreams: () => streams.size,
    cutStreams() {
      for (const cut of [...streams]) cut(offline())
    },
    client: {
      call(route, input = {}) {
        const answer = Promise.race([carry(route, input), untilGivenUp(input.signal)])
        // The reply has the route's own shape, as the API's contract says.
        return answer as ReturnType<Client['call']> as never
      },
      async stream(route, input, onEvent) {
        await wait()
        if (input.signal?.aborted) return
        const { faults } = made
        if (faults.offline || faults.streamsRefused) throw offline()
        if (faults.signedOut || faults.tooOld) serve(route, input)
        calls.push(route)
        await follow(String(input.params?.id), input, onEvent)
      },
    },
  }

  function follow(
    id: string,
    input: CallInput<RouteId>,
    onEvent: (event: StreamEvent) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      let open = true
      /** Events come late, out of order, or twice; none at all where the stream is dead. */
      const send = (event: string, data: unknown): void => {
        const text = JSON.stringify(data)
        for (let copies = happens(made.faults.repeated) ? 2 : 1; copies > 0; copies--) {
          void wait().then(() => {
            if (open && !made.faults.streamsDead && !made.faults.offline)
              onEvent({ id: null, event, data: text })
          })
        }
      }
      const beat = (): void => {
        send('comment', 'hb')
        stopBeat = time.after(15_000, beat)
      }
      let stopBeat = (): void => undefined
      const stopListening = api.listen(id, send)
      const end = (): void => {
        open = false
        stopBeat()
        stopListening()
        streams.delete(cut)
      }
      const cut = (error: ApiError): void => {
        end()
        reject(error)
      }
      streams.add(cut)
      input.signal?.addEventListener('abort', () => {
        end()
        resolve()
      })
      if (!made.faults.streamsDead) onEvent({ id: null, event: 'open', data: '' })
      const after = input.query && 'after' in input.query ? Number(input.query.after) : 0
      const missing = api.after(id, after)
      if (missing.length > 0) send('entries', { entries: missing })
      beat()
    })
  }

  return made
}
