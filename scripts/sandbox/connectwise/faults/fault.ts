import { z } from 'zod'

const milliseconds = z.number().min(0).max(600_000)

const effect = z.discriminatedUnion('kind', [
  /** Waits, then answers as usual; combines with the next fault that fires. `to` makes the wait random. */
  z.strictObject({ kind: z.literal('latency'), milliseconds, to: milliseconds.optional() }),
  /** Drops the connection; nothing is done. */
  z.strictObject({ kind: z.literal('reset-before') }),
  /** Does the work, then drops the connection: the client cannot know. */
  z.strictObject({ kind: z.literal('reset-after') }),
  /** Drops the connection or lets it hang, and does the work only after the wait. */
  z.strictObject({
    kind: z.literal('late-commit'),
    milliseconds,
    to: milliseconds.optional(),
    client: z.enum(['reset', 'hang']).default('reset'),
  }),
  /** 429 in ConnectWise's odd shape. */
  z.strictObject({ kind: z.literal('too-many'), seconds: z.number().int().min(0).max(3600) }),
  /** A server error in the usual shape. `commits` does the work first. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    commits: z.boolean().default(false),
  }),
  /** An HTML page instead of JSON, as a proxy sends it. */
  z.strictObject({
    kind: z.literal('html'),
    status: z.number().int().min(200).max(599),
    commits: z.boolean().default(false),
  }),
  /** Does the work and cuts the answer in half. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** The HTML 404 of a codebase that has moved on, for this call only. */
  z.strictObject({ kind: z.literal('stale-codebase') }),
  /** 401 for a call that carries a member hash; calls by keys pass. */
  z.strictObject({ kind: z.literal('refuse-hash') }),
])

/** What goes wrong. */
export type Effect = z.infer<typeof effect>

/** A fault as control calls describe it. */
export const faultSchema = z.strictObject({
  /** `METHOD path` below `apis/3.0`, either may be `*`; `*` in a path is one segment, `**` the rest. */
  match: z.string().min(1),
  /** How often it fires; null for without end. */
  times: z.number().int().min(1).nullable().default(1),
  /** Chance that a matching call is hit, drawn from the seeded source. */
  probability: z.number().min(0).max(1).default(1),
  effect,
})

export type NewFault = z.input<typeof faultSchema>

/** A fault in force. */
export interface Fault extends z.output<typeof faultSchema> {
  id: number
  /** Whether it belongs to the misbehave preset. */
  preset: boolean
}
