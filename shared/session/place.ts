import { findStep } from '../flow/find-step.ts'
import type { FlowClosure, Step } from '../flow/flow.ts'
import { isFlowRef } from '../flow/flow-ref.ts'
import type { StepAddress } from './event.ts'
import type { Frame, Place } from './session.ts'

/** Where a place is, as events name it: one `flow@version:step` for each frame, outermost first. */
export function addressOf(place: Place): StepAddress {
  return place.frames.map((frame) => `${frame.flow}:${frame.step}`)
}

/** Whether two addresses name the same step in the same place of the subflow stack. */
export function sameAddress(a: StepAddress, b: StepAddress): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index])
}

/** The frame a technician is in: the last one. */
export function innermost(place: Place): Frame | undefined {
  return place.frames[place.frames.length - 1]
}

/** The step shown at a place; undefined in a session without a flow or where the closure lacks it. */
export function stepAt(closure: FlowClosure | null, place: Place | null): Step | undefined {
  const frame = place ? innermost(place) : undefined
  return closure && frame ? findStep(closure, frame.flow, frame.step) : undefined
}

/** The step an address ends in, wherever the session stands now. */
export function stepOf(closure: FlowClosure | null, address: StepAddress): Step | undefined {
  const last = address[address.length - 1] ?? ''
  const colon = last.indexOf(':')
  const ref = last.slice(0, colon)
  return closure && isFlowRef(ref) ? findStep(closure, ref, last.slice(colon + 1)) : undefined
}
