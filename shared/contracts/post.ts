import { z } from 'zod'

const instant = z.iso.datetime({ precision: 3 })
const stretch = z.strictObject({ from: instant, to: instant })

export const acceptPostSchema = z.strictObject({
  /** The client's idempotency key (UUIDv7): the same id with the same content is the same post. */
  id: z.uuid(),
  kind: z.enum(['note', 'time']),
  audience: z.enum(['internal', 'discussion', 'resolution']),
  scope: z.enum(['since_last_post', 'whole_session']),
  /** The last sequence that the text covers. */
  upTo: z.int().min(0),
  /** The text as shown. The API composes it again from the stored events and refuses a post that differs. */
  text: z.string().min(1).max(100_000),
  /** The poster's time; it stands in the text, and is the entry's own where `kind` is time. */
  time: z
    .strictObject({
      start: instant,
      end: instant,
      minutes: z.int().min(0),
      /** Stretches between start and end that were not worked; they stand in the text. */
      gaps: z.array(stretch).max(20).optional(),
      /** The stretches of work that it carries; without them, all that is open between start and end. */
      worked: z.array(stretch).max(200).optional(),
      workType: z.int().nullable(),
      workRole: z.int().nullable(),
      agreement: z.int().nullable(),
      billable: z.enum(['Billable', 'DoNotBill', 'NoCharge', 'NoDefault']).nullable(),
    })
    .nullable(),
  /** A status of the ticket's own board, set after the text. */
  status: z.int().nullable(),
  /** Lets ConnectWise mail those whom its rules name. */
  notify: z.boolean(),
  /** The client may see this text: the second confirmation was given. */
  confirmedVisible: z.boolean(),
  /** The ticket as the technician saw it. */
  shown: z.strictObject({ summary: z.string().max(400), company: z.int(), closed: z.boolean() }),
})
export type AcceptPost = z.infer<typeof acceptPostSchema>

export type PostState = 'waiting' | 'sending' | 'checking' | 'posted' | 'failed' | 'needs_you' | 'undone'

export interface PostView {
  id: string
  session: string
  ticket: { id: number; kind: 'service' | 'project' }
  kind: 'note' | 'time'
  audience: 'internal' | 'discussion' | 'resolution'
  text: string
  state: PostState
  by: string
  acceptedAt: string
  /** Until then it can be undone; UTC ISO 8601. */
  notBefore: string
  upTo: number
  /** Rises with every change: of two views of one post, the one with more is the newer. Old stored views lack it. */
  version?: number
  parts: DeliveryView[]
}

export interface DeliveryView {
  id: string
  part: 'text' | 'status'
  state: 'waiting' | 'sending' | 'checking' | 'posted' | 'failed' | 'needs_you' | 'undone'
  /** What happened and what to do, in plain words. */
  message: string | null
  /** The note's or time entry's id in ConnectWise. */
  psaId: number | null
  /** Whom ConnectWise names as the author, read back after writing. */
  author: string | null
  nextTryAt: string | null
  /** A send may have reached ConnectWise, so a person may say that it is there; old stored views lack it. */
  mayBeThere?: boolean
  /** The text stands in the ticket more than once; `message` names the ids. */
  doubled?: boolean
  /** Those it stands there as, oldest first; old stored views lack it. */
  copies?: TextCopy[]
  /** Which of them is being removed. */
  removing?: number | null
}

/** One note or time entry that holds a text, and when ConnectWise says it was made, UTC. */
export interface TextCopy {
  id: number
  at: string | null
}

/** A click on "Remove": which of a text's copies goes, and which stays, as the member was shown them. */
export const removeCopySchema = z.strictObject({ remove: z.int(), keep: z.int() })
export type RemoveCopy = z.infer<typeof removeCopySchema>

/** How a member settles a delivery that needs them; `look_again` is for a text that stood in the ticket twice. */
export const settleDeliverySchema = z.strictObject({
  how: z.enum(['it_is_there', 'send_again', 'give_up', 'look_again']),
})
export type SettleDelivery = z.infer<typeof settleDeliverySchema>
