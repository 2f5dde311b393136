/** How a team asks for its time to be rounded; ConnectWise rounds by itself, so the usual is not at all. */
export interface Rounding {
  /** Whole minutes, such as 15. */
  step: number
  mode: 'up' | 'nearest' | 'down'
}

/** Minutes by a team's rounding; without one, as they are. */
export function roundMinutes(minutes: number, rounding: Rounding | null): number {
  if (!rounding || rounding.step <= 0) return minutes
  const steps = minutes / rounding.step
  const whole = { up: Math.ceil, nearest: Math.round, down: Math.floor }[rounding.mode](steps)
  return whole * rounding.step
}
