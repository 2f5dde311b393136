import { covers } from '../http/guard.ts'
import { type Random, seededRandom } from '../world/random.ts'
import { type Effect, type Fault, faultSchema, type NewFault } from './fault.ts'
import { misbehaviour } from './misbehave.ts'

/** The faults in force, and the draw that decides which call is hit. */
export class FaultBox {
  private readonly random: Random
  private faults: Fault[] = []
  private nextId = 1

  constructor(seed: number) {
    this.random = seededRandom(seed)
  }

  /** Adds a fault. Throws a ZodError for one that cannot be read. */
  add(input: unknown, preset = false): Fault {
    const fault = { ...faultSchema.parse(input), id: this.nextId, preset }
    this.nextId += 1
    this.faults.push(fault)
    return fault
  }

  list(): Fault[] {
    return [...this.faults]
  }

  /** Removes one fault, or all that are not part of the preset. */
  clear(id?: number): void {
    this.faults = this.faults.filter((fault) => (id === undefined ? fault.preset : fault.id !== id))
  }

  get misbehaving(): boolean {
    return this.faults.some((fault) => fault.preset)
  }

  /** Switches the preset on or off. */
  misbehave(on: boolean, preset: NewFault[] = misbehaviour): void {
    this.faults = this.faults.filter((fault) => !fault.preset)
    if (on) for (const fault of preset) this.add(fault, true)
  }

  /**
   * What goes wrong with this call: at most one wait, and at most one other effect, in the order in which the
   * faults were added. Counts each that fires.
   */
  draw(method: string, path: string): Effect[] {
    const drawn: Effect[] = []
    for (const fault of this.list()) {
      const isWait = fault.effect.kind === 'latency'
      if (drawn.some((effect) => (effect.kind === 'latency') === isWait)) continue
      if (!covers(fault.match, method, path)) continue
      if (fault.probability < 1 && this.random() >= fault.probability) continue
      if (fault.times !== null) {
        fault.times -= 1
        if (fault.times === 0) this.clear(fault.id)
      }
      drawn.push(fault.effect)
    }
    return drawn
  }

  /** A wait in milliseconds, drawn from a range where one is given. */
  wait(effect: { milliseconds: number; to?: number | undefined }): number {
    const { milliseconds, to } = effect
    return to === undefined || to <= milliseconds
      ? milliseconds
      : Math.round(milliseconds + this.random() * (to - milliseconds))
  }
}
