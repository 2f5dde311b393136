/**
 * The host's side of the hosted pod protocol, without the DOM: what a message from one pod means and what to send
 * it. Both ways every message is a JSON string. Origin and source are checked by the caller, before this.
 */

/** The record a pod stands beside, as the pod reads it in `data.screenObject`. */
export interface ScreenObject {
  screen: 'ticket' | 'company'
  id: number
  hostedAs: 'pod'
}

/** One hosted pod. `waiting` until its page has said `ready`. */
export interface HostedPod {
  readonly frameId: string
  readonly phase: 'waiting' | 'ready'
  readonly screen: ScreenObject | null
  readonly nextEventId: number
  /** The save that waits for this pod's answer. */
  readonly savingEventId: number | null
  /** Names of requests being answered; at most one of each can be told apart. */
  readonly asked: readonly string[]
}

export type HostInput =
  /** A message arrived from the pod's own window and origin. */
  | { kind: 'message'; data: unknown }
  /** The screen was loaded or refreshed. */
  | { kind: 'loaded'; screen: ScreenObject }
  /** The person chose Save. */
  | { kind: 'saving' }
  /** The person gave up waiting for the pod to answer a save. */
  | { kind: 'save given up' }
  | { kind: 'answer'; request: string; data: object }

export type HostEffect =
  | { kind: 'send'; text: string }
  | { kind: 'ask'; request: 'getmemberauthentication' }
  | { kind: 'dirty'; dirty: boolean }
  | { kind: 'refresh' }
  | { kind: 'open'; screen: 'ticket' | 'company'; id: number; newTab: boolean }
  /** The pod allows the save (no errors) or stops it. */
  | { kind: 'save answered'; errors: string[] }
  | { kind: 'ignored'; why: string }

export interface Step {
  pod: HostedPod
  effects: HostEffect[]
}

/** A pod whose page has not spoken yet. `frameId` is opaque to the pod, which repeats it in every message. */
export function newPod(frameId: string): HostedPod {
  return { frameId, phase: 'waiting', screen: null, nextEventId: 1, savingEventId: null, asked: [] }
}

/** What happens to a pod, and what the host does about it. Never throws, whatever the pod sends. */
export function hostStep(pod: HostedPod, input: HostInput): Step {
  switch (input.kind) {
    case 'message':
      return received(pod, input.data)
    case 'loaded': {
      const shown = { ...pod, screen: input.screen }
      if (pod.phase === 'waiting') return { pod: shown, effects: [] }
      // A pod that is re-used hears its frame id again; a client has to bear the repeat.
      const step = sendEvent(shown, 'onLoad', input.screen)
      return { pod: step.pod, effects: [send({ MessageFrameID: pod.frameId }), ...step.effects] }
    }
    case 'saving': {
      // A page that never became ready runs no client script, so no handler can be waiting for this event.
      if (pod.phase === 'waiting' || !pod.screen)
        return { pod, effects: [{ kind: 'save answered', errors: [] }] }
      const step = sendEvent(pod, 'beforeSave', pod.screen)
      return { pod: { ...step.pod, savingEventId: pod.nextEventId }, effects: step.effects }
    }
    case 'save given up':
      return { pod: { ...pod, savingEventId: null }, effects: [] }
    case 'answer': {
      if (!pod.asked.includes(input.request)) return ignored(pod, `no ${input.request} is open`)
      return {
        pod: { ...pod, asked: pod.asked.filter((name) => name !== input.request) },
        effects: [send({ response: input.request, data: input.data })],
      }
    }
  }
}

function received(pod: HostedPod, data: unknown): Step {
  const message = parse(data)
  if (!message) return ignored(pod, 'not a JSON string that holds an object')
  if (message.message === 'ready') return ready(pod)
  if (pod.phase === 'waiting') return ignored(pod, 'the pod is not ready')
  if (message.frameID !== pod.frameId) return ignored(pod, 'the frame id is missing or another pod’s')
  if (typeof message.event === 'string') return acknowledged(pod, message)
  if (typeof message.hosted_request === 'string') {
    return requested(pod, message.hosted_request.toLowerCase(), message.args)
  }
  return ignored(pod, 'neither an event nor a request')
}

function ready(pod: HostedPod): Step {
  const open: HostedPod = { ...pod, phase: 'ready', asked: [], savingEventId: null }
  const effects: HostEffect[] = [send({ MessageFrameID: pod.frameId })]
  // The page was loaded anew while a save waited for the old one: nobody is left who could answer.
  if (pod.savingEventId !== null) effects.push({ kind: 'save answered', errors: [] })
  if (!pod.screen) return { pod: open, effects }
  const step = sendEvent(open, 'onLoad', pod.screen)
  return { pod: step.pod, effects: [...effects, ...step.effects] }
}

function acknowledged(pod: HostedPod, message: Record<string, unknown>): Step {
  if (message.event !== 'beforeSave') return { pod, effects: [] }
  if (pod.savingEventId === null || message._id !== pod.savingEventId) {
    return ignored(pod, 'answers a save that is over')
  }
  const done = { ...pod, savingEventId: null }
  if (message.result === 'success') return { pod: done, effects: [{ kind: 'save answered', errors: [] }] }
  const errors = Array.isArray(message.errors) ? message.errors.filter((e) => typeof e === 'string') : []
  const said = errors.length > 0 ? errors : ['A hosted pod stopped the save and gave no reason.']
  return { pod: done, effects: [{ kind: 'save answered', errors: said }] }
}

function requested(pod: HostedPod, name: string, args: unknown): Step {
  switch (name) {
    case 'getmemberauthentication':
      if (pod.asked.includes(name)) return ignored(pod, 'the same request is still open')
      return { pod: { ...pod, asked: [...pod.asked, name] }, effects: [{ kind: 'ask', request: name }] }
    case 'setdirty':
      return { pod, effects: [{ kind: 'dirty', dirty: !(isRecord(args) && args.dirty === false) }] }
    case 'refreshscreen':
      return { pod, effects: [{ kind: 'refresh' }] }
    case 'openscreen': {
      const screen = isRecord(args) && typeof args.screen === 'string' ? args.screen.toLowerCase() : ''
      const id = isRecord(args) ? Number(args.id) : Number.NaN
      if ((screen !== 'ticket' && screen !== 'company') || !Number.isInteger(id) || id < 1) {
        return ignored(pod, 'only a ticket or a company can be opened, by its id')
      }
      return {
        pod,
        effects: [{ kind: 'open', screen, id, newTab: isRecord(args) && args.newTab === true }],
      }
    }
    default:
      return ignored(pod, `unknown request ${name}`)
  }
}

function sendEvent(pod: HostedPod, event: 'onLoad' | 'beforeSave', screenObject: ScreenObject): Step {
  return {
    pod: { ...pod, nextEventId: pod.nextEventId + 1 },
    effects: [send({ event, _id: pod.nextEventId, data: { screenObject } })],
  }
}

function send(message: object): HostEffect {
  return { kind: 'send', text: JSON.stringify(message) }
}

function ignored(pod: HostedPod, why: string): Step {
  return { pod, effects: [{ kind: 'ignored', why }] }
}

function parse(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'string') return null
  try {
    const value: unknown = JSON.parse(data)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
