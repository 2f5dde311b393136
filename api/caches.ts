import type { Library } from '#api/features/suggestions/suggest-flows.ts'
import type { TicketFile } from '#api/features/tickets/read-ticket.ts'
import type { Clock } from '#api/ports/clock.ts'
import type { BoardLocks, BoardStatus, Choice, PsaMember } from '#api/ports/psa.ts'
import type { Index } from '#shared/search/build-index.ts'
import { createReadCache, type ReadCache } from './read-cache.ts'

/** What this process remembers for a while, one cache for each kind; every key begins with its team. */
export interface Caches {
  tickets: ReadCache<TicketFile | null>
  statuses: ReadCache<BoardStatus[]>
  boardLocks: ReadCache<BoardLocks>
  /** Work types and work roles. */
  choices: ReadCache<Choice[]>
  /** Whom the ticket system named for a pod's claim. */
  verified: ReadCache<PsaMember | null>
  published: ReadCache<Library>
  drafts: ReadCache<Index>
}

/** Empty ones. */
export function createCaches(clock: Clock): Caches {
  return {
    tickets: createReadCache(clock),
    statuses: createReadCache(clock),
    boardLocks: createReadCache(clock),
    choices: createReadCache(clock),
    verified: createReadCache(clock),
    published: createReadCache(clock),
    drafts: createReadCache(clock),
  }
}
