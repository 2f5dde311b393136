import type { TextCopy } from '#shared/contracts/post.ts'

/** What a search of the ticket for a delivery showed. */
export type Found =
  | { kind: 'found'; id: number; author: string | null }
  /** More than once, as `of` each: id and author are the first one's; `copies` are all, oldest first. */
  | { kind: 'several'; id: number; author: string | null; of: 'note' | 'time'; copies: TextCopy[] }
  | { kind: 'none' }
  /** Something is there that may be it; a person has to say. */
  | { kind: 'doubt'; message: string }
  /** The ticket could not be read completely, which says nothing. */
  | { kind: 'failed'; retryAfterMs: number }
