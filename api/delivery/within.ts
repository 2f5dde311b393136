import { PsaError } from '#api/ports/psa.ts'

/** What the work resolves to, or a `PsaError` (unavailable) after `most` milliseconds. */
export function within<T>(
  after: (milliseconds: number, run: () => void) => () => void,
  most: number,
  work: Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const cancel = after(most, () => reject(new PsaError('unavailable', 'ConnectWise answers too slowly.')))
  work.then(resolve, reject).finally(cancel)
  return promise
}
