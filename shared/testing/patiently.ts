import { vi } from 'vitest'

/** Looks again until `look` throws no more, and gives what it gave; on a busy machine that may take a while. */
export const patiently = <Found>(look: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(look, { timeout: 20_000, interval: 20 })
