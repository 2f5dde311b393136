import type { Logger } from 'pino'
import type { Role } from '#shared/contracts/member.ts'
import { type Action, mayDo } from '#shared/policy/policy.ts'
import type { Caches } from './caches.ts'
import type { Db } from './db/db.ts'
import type { FoldedSessions } from './features/sessions/folded-sessions.ts'
import type { Live } from './live/live.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import type { PsaOfTeam } from './ports/psa-of-team.ts'
import { Problem } from './problem.ts'
import type { Passwords } from './secrets/passwords.ts'
import type { SecretBox } from './secrets/secret-box.ts'
import type { Tokens } from './tokens/tokens.ts'

/** Everything the app is built from; production makes it from the environment, tests by hand. */
export interface Deps {
  db: Db
  psaOfTeam: PsaOfTeam
  clock: Clock
  ids: Ids
  log: Logger
  tokens: Tokens
  secrets: SecretBox
  passwords: Passwords
  live: Live
  cache: Caches
  /** Folded sessions, so that an append need not fold the whole log again. */
  folded: FoldedSessions
  /** Where people reach this API, without a slash at the end. */
  publicUrl: string
  /** The browser extensions that may sign people in, by their ids. */
  extensionIds: readonly string[]
  /** How many proxies stand in front: so many of the last addresses a request says it came by are true. */
  proxies: number
  /** Rouses the delivery worker; called after a commit that made something due. */
  wakeDelivery: () => void
  /** Whether the demo's own routes are there, so that pages offer its one-click sign-in. */
  demo: boolean
}

/** Who is asking, within one team. */
export interface CurrentMember {
  id: string
  name: string
  role: Role
  lead: boolean
  psaIdentifier: string | null
  timeZone: string
  /** A co-managed member sees these companies alone; null for everybody else, who sees all. */
  companies: readonly number[] | null
}

/** What every verb takes first: the dependencies, the team, and who asks. */
export interface Context extends Deps {
  team: string
  member: CurrentMember
  /** The request's id, to find it in the log. */
  request: string
}

/** What the verbs that only read and write the team's rows need: programs that run beside the API have no more. */
export type RowsContext = Pick<Context, 'db' | 'clock' | 'ids' | 'team' | 'member'>

/** Whether the member may know of what belongs to this company. What they may not is to them as if it were not there. */
export function seesCompany({ member }: Pick<Context, 'member'>, company: number): boolean {
  return member.companies?.includes(company) ?? true
}

/** Throws `forbidden` unless the member may do this. Every verb asks first. */
export function authorise(context: Pick<Context, 'member'>, action: Action): void {
  const { role, lead } = context.member
  if (mayDo(role, lead, action)) return
  throw new Problem('forbidden', 'Your role does not allow this. Ask an administrator of your team.')
}
