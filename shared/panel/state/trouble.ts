import { ApiError } from '#shared/client.ts'
import { words } from '../words/words.ts'

/** A plain sentence about a failed call: the API's own where it answered. */
export function troubleOf(error: unknown): string {
  const { trouble } = words.value
  if (!(error instanceof ApiError)) return trouble.unexpected
  if (error.code === 'offline') return trouble.offline
  return error.request ? `${error.message} ${trouble.help(error.request)}` : error.message
}

/** Whether the API could not be reached at all. */
export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'offline'
}
