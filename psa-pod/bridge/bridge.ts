import type { Surroundings } from '#shared/sync/live-session.ts'
import type { Heard, Hearing } from './heard.ts'
import { parseMessage, type ScreenObject } from './parse-message.ts'

export interface BridgeOptions {
  /** The frame's own window, and the one that hosts it. */
  self: Hearing
  parent: { postMessage(message: string, targetOrigin: string): void }
  /** The exact origin that may host us, as the API named it. */
  parentOrigin: string
  after: Surroundings['after']
  /** The screen was loaded or refreshed, maybe on another record. */
  onScreen(screen: ScreenObject): void
}

export interface Bridge {
  /** Says that the page is here; the host answers with our frame id and the screen. */
  start(): void
  /** Asks and resolves with the answer's data; one question of a name at a time. Rejects after `patience` ms. */
  ask(request: string, patience: number): Promise<unknown>
  /** Asks for something to be done; there is no answer. */
  tell(request: string, args?: object): void
  /**
   * Registers for `beforeSave`; the answer takes it back. It is told once the event is acknowledged, so that nothing
   * here can hold a save up. Without it the event is acknowledged all the same, as every event is.
   */
  onBeforeSave(listener: () => void): () => void
  stop(): void
}

/**
 * Our side of ConnectWise's hosted pod protocol: JSON strings both ways, to and from one origin and one window.
 * Whatever else arrives changes nothing and gets no reply.
 */
export function openBridge(options: BridgeOptions): Bridge {
  const { self, parent, parentOrigin, after } = options
  const asked = new Map<string, { promise: Promise<unknown>; answer: (data: unknown) => void }>()
  let frameId: string | null = null
  let waiting: object[] = []
  let beforeSave: (() => void) | null = null

  const post = (message: object): void => parent.postMessage(JSON.stringify(message), parentOrigin)
  const send = (message: object): void => {
    if (frameId === null) waiting.push(message)
    else post({ ...message, frameID: frameId })
  }

  const onMessage = (event: Heard): void => {
    if (event.origin !== parentOrigin || event.source !== parent) return
    const message = parseMessage(event.data)
    if (!message) return
    if (message.kind === 'frame') {
      // A pod that is used again for another record hears its id again.
      if (frameId !== null) return
      frameId = message.frameId
      for (const held of waiting.splice(0)) send(held)
    } else if (message.kind === 'response') {
      const open = asked.get(message.name)
      asked.delete(message.name)
      open?.answer(message.data)
    } else {
      send({ event: message.name, _id: message.id, result: 'success' })
      if (message.name === 'onLoad' && message.screen) options.onScreen(message.screen)
      if (message.name === 'beforeSave') beforeSave?.()
    }
  }

  return {
    start() {
      self.addEventListener('message', onMessage)
      post({ message: 'ready' })
    },
    ask(request, patience) {
      const name = request.toLowerCase()
      const open = asked.get(name)
      if (open) return open.promise
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const stop = after(patience, () => {
        asked.delete(name)
        reject(new Error(`ConnectWise did not answer ${request}.`))
      })
      const answer = (data: unknown): void => {
        stop()
        resolve(data)
      }
      asked.set(name, { promise, answer })
      send({ hosted_request: request })
      return promise
    },
    tell: (request, args) => send({ hosted_request: request, ...(args && { args }) }),
    onBeforeSave(listener) {
      beforeSave = listener
      return () => {
        if (beforeSave === listener) beforeSave = null
      }
    },
    stop() {
      self.removeEventListener('message', onMessage)
      waiting = []
      asked.clear()
    },
  }
}
