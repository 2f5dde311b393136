import { sql } from 'drizzle-orm'
import { customType, pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The role that every request runs under; it owns nothing and cannot bypass row security. */
export const appUser = pgRole('app_user').existing()

// After a transaction-local setting ends its value is '' and not null, hence nullif.
const ofTeam = sql`team_id = nullif(current_setting('app.team_id', true), '')::uuid`

/** The one policy of every table of a team: rows of the team in context, and no others. */
export const teamPolicy = (table: string) =>
  pgPolicy(`${table}_team`, { as: 'permissive', for: 'all', to: appUser, using: ofTeam, withCheck: ofTeam })

/** The column that says whose a row is; the policy compares it. */
export const teamId = () => uuid().notNull()

/** A moment with milliseconds, read back as ISO 8601 text in UTC. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** Bytes as they are. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
