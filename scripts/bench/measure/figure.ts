/** One row of a benchmark's table: what was measured, what came out, and the bound it is held to. */
export interface Figure {
  what: string
  measured: string
  /** Null for what is only printed. */
  bound: string | null
  holds: boolean
}

/** Values of one ratio, one per round. */
export type Ratios = readonly number[]

/** The ratio's median with its quartiles, held to at least `least`. */
export function atLeast(what: string, ratios: Ratios, least: number): Figure {
  return { what, measured: spread(ratios), bound: `≥ ${least}`, holds: median(ratios) >= least }
}

/** The ratio's median with its quartiles, held to at most `most`. */
export function atMost(what: string, ratios: Ratios, most: number): Figure {
  return { what, measured: spread(ratios), bound: `≤ ${most}`, holds: median(ratios) <= most }
}

/** Bytes, held to at most `most`; both in kB of 1,000 bytes. */
export function bytesAtMost(what: string, bytes: number, most: number): Figure {
  return { what, measured: kilobytes(bytes), bound: `≤ ${kilobytes(most)}`, holds: bytes <= most }
}

/** A figure that depends on the machine: printed, never a reason to fail. */
export function printed(what: string, measured: string, aim?: string): Figure {
  return { what, measured, bound: aim === undefined ? null : `aim: ${aim}`, holds: true }
}

/** A statement that either holds or does not. */
export function mustHold(what: string, measured: string, bound: string, holds: boolean): Figure {
  return { what, measured, bound, holds }
}

export const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`
export const milliseconds = (value: number): string =>
  `${value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)} ms`

/** The middle value. Throws for none at all. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this share (0 to 1) of the values lies, interpolated. Throws for none at all. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) throw new Error('Nothing was measured.')
  return low + (high - low) * (at - Math.floor(at))
}

function spread(ratios: Ratios): string {
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2))
  return `${middle} (${lower} – ${upper})`
}
