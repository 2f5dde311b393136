import type { Variant } from '../../extension/manifest/manifest.ts'

/** What is packed: for each shop without a key, since the shop gives it, and one to try out with a fixed id. */
export const packages: readonly [browser: 'chrome' | 'edge', mode: Variant][] = [
  ['chrome', 'store'],
  ['edge', 'store'],
  ['chrome', 'try-out'],
]
