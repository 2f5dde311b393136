import { z } from 'zod'

export const roles = ['super_admin', 'team_admin', 'engineer', 'viewer'] as const
export type Role = (typeof roles)[number]

export interface Me {
  member: {
    id: string
    name: string
    role: Role
    lead: boolean
    psaIdentifier: string | null
    timeZone: string
    /** The companies that a co-managed member sees; null for who sees all. */
    companies: readonly number[] | null
  }
  team: {
    id: string
    name: string
    timeZone: string
    redactionTerms: string[]
    noteSizeLimit: number
    /** Minutes that the team rounds its time up to; 0 leaves it as it was, ConnectWise rounds by itself. */
    roundMinutesTo: number
    /** Whether the pod registers for ConnectWise's `beforeSave`. */
    beforeSave: boolean
  }
  /** Milliseconds since 1970 by the API's clock, to measure the client's offset. */
  now: number
}

export interface SignedIn {
  /** A bearer token, to be kept in memory only. */
  token: string
  /** Seconds until it expires. */
  expiresIn: number
  me: Me
}

/** A hosted pod's member authentication; every field may be forged, so the API asks ConnectWise. */
export const podSignInSchema = z.strictObject({
  handle: z.string().min(8).max(100),
  member: z.strictObject({
    memberId: z.string().min(1).max(100),
    memberHash: z.string().min(1).max(4_000),
    memberContext: z.string().max(4_000).optional(),
  }),
})
export type PodSignIn = z.infer<typeof podSignInSchema>

/** A member as an administrator sees them. */
export interface MemberView {
  id: string
  name: string
  email: string | null
  psaIdentifier: string | null
  role: Role
  lead: boolean
  companies: readonly number[] | null
  disabled: boolean
}

export const memberRightsSchema = z.strictObject({
  role: z.enum(roles),
  /** May author, review and set policy beside an engineer's work. */
  lead: z.boolean(),
  /** Co-managed: the companies, by their ConnectWise ids, whose tickets they see; null for all. */
  companies: z.array(z.int().min(1)).max(200).nullable(),
})
export type MemberRights = z.infer<typeof memberRightsSchema>

export const teamSettingsSchema = z.strictObject({
  quarantineSeconds: z.int().min(5).max(3_600),
  undoSeconds: z.strictObject({ internal: z.int().min(0).max(60), visible: z.int().min(0).max(120) }),
  /** What a post is on each board: an internal note, or a time entry carrying the text. */
  postKind: z.strictObject({
    default: z.enum(['note', 'time']),
    boards: z.record(z.string().regex(/^\d+$/), z.enum(['note', 'time'])),
  }),
  /** The status that a post sets on each board after each outcome, by board id; what is not named stays as it is. */
  statusAfter: z
    .record(
      z.string().regex(/^\d+$/),
      z.partialRecord(z.enum(['resolved', 'escalate', 'refer']), z.int().min(1)),
    )
    .optional(),
  roundMinutesTo: z.int().min(0).max(60),
  noteSizeLimit: z.int().min(500).max(100_000),
  redactionTerms: z.array(z.string().min(2).max(100)).max(500),
  /** A verified ConnectWise member without an account becomes an engineer. */
  membersJoinThemselves: z.boolean(),
  /** The pod hears of ConnectWise's Save, which it never holds up: it then sends what waits and reminds to post. */
  beforeSave: z.boolean(),
})
export type TeamSettings = z.infer<typeof teamSettingsSchema>

/** What of the settings is to change: a field that is left out keeps its value, one that is given is replaced whole. */
export const teamSettingsChangeSchema = teamSettingsSchema.partial()
export type TeamSettingsChange = z.infer<typeof teamSettingsChangeSchema>
