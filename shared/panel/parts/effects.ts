import { type EffectCallback, useLayoutEffect } from 'preact/hooks'

/** Runs once the element is there, before it is painted; what it returns runs when it goes. */
export function useMount(run: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first run is the only one.
  useLayoutEffect(run, [])
}

/** Runs at first and whenever `key` has another value; what it returned runs before. */
export function useChange(key: unknown, run: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for everything that counts.
  useLayoutEffect(run, [key])
}
