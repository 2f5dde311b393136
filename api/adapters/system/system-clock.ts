import type { Clock } from '#api/ports/clock.ts'

/** This machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }
