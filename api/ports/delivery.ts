import type { AcceptPost, TextCopy } from '#shared/contracts/post.ts'

/** One write of a post to the ticket system. Times are milliseconds since 1970. */
export interface Delivery {
  id: string
  part: 'text' | 'status'
  /**
   * `sending`: the intent is committed, and a write may have begun. `checking`: whether it arrived is open, so the
   * ticket is searched. Only `waiting` ever sends.
   */
  state: DeliveryState
  /** Sends begun. */
  attempt: number
  sentAt: number | null
  quarantineUntil: number | null
  /** Tries since the state last changed; late looks after the text arrived. */
  tries: number
  sweeps: number
  /** A member said to send although the ticket has changed since they saw it. */
  insist: boolean
  /** The ticket's status when the intent to change it was committed; null before, and for a text. */
  statusBefore: number | null
  /** In internal text; null where the client may see the text, which is matched by author, time and body instead. */
  marker: string | null
  psaId: number | null
  author: string | null
  /** Our text stands in the ticket more than once. */
  doubled: boolean
  /** Where it stands more than once, oldest first, and the one of them that a member wants removed. */
  copies: TextCopy[] | null
  removing: number | null
  message: string | null
  /** When to look at it again; null for never. */
  dueAt: number | null
}

export type DeliveryState = 'waiting' | 'sending' | 'checking' | 'posted' | 'failed' | 'needs_you' | 'undone'

/** A delivery with what it has to write. */
export interface DeliveryJob {
  team: string
  delivery: Delivery
  post: DeliveryPost
  /** How long not finding a text proves nothing: the team's setting. */
  quarantineMs: number
  /**
   * When the earlier posts of the same ticket that are still on their way are looked at again, the last of them; null
   * where there are none. Texts and statuses go in the order they were accepted.
   */
  behindUntil: number | null
  /** Texts of the ticket that other deliveries are known to be. */
  others: { kind: 'note' | 'time'; id: number }[]
}

export interface DeliveryPost {
  id: string
  session: string
  request: AcceptPost
  ticket: { id: number; kind: 'service' | 'project' }
  /** As it goes to the ticket, marker included. */
  text: string
  /** The poster's identifier in the ticket system. */
  member: string
  acceptedAt: number
}

/** What a step changes; everything else stays. */
export type Change = Partial<Omit<Delivery, 'id' | 'part' | 'marker'>>
