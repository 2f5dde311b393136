import { ApiError } from '../client.ts'
import type { LiveState } from './live-session.ts'

/** What an error of the API means for a session's link. An API that finds our events invalid is newer than we are. */
export function linkOf(error: unknown): Exclude<LiveState['link'], 'live' | 'polling'> {
  const code = error instanceof ApiError ? error.code : 'offline'
  if (code === 'not_signed_in' || code === 'forbidden') return 'signed_out'
  if (code === 'client_too_old' || code === 'invalid') return 'client_too_old'
  return 'offline'
}
