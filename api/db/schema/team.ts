import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Role, TeamSettings } from '#shared/contracts/member.ts'
import { bytea, moment, teamId, teamPolicy } from './tenancy.ts'

/** `team_id` equals `id`, so that a team is read by the same policy as all that belongs to it. */
export const team = pgTable(
  'team',
  {
    teamId: teamId().primaryKey(),
    name: text().notNull(),
    timeZone: text().notNull(),
    settings: jsonb().$type<TeamSettings>().notNull(),
    createdAt: moment().notNull(),
  },
  () => [teamPolicy('team')],
).enableRLS()

export const member = pgTable(
  'member',
  {
    teamId: teamId().references(() => team.teamId),
    id: uuid().notNull(),
    name: text().notNull(),
    email: text(),
    role: text().$type<Role>().notNull(),
    lead: boolean().notNull().default(false),
    psaIdentifier: text(),
    timeZone: text().notNull(),
    /** The last choice of note or time entry on each board, by board id. */
    postKinds: jsonb().$type<Record<string, 'note' | 'time'>>().notNull().default({}),
    /** The companies that a co-managed member sees; null for all. */
    companies: jsonb().$type<number[]>(),
    disabledAt: moment(),
    createdAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('member_team_psa_identifier').on(table.teamId, sql`lower(${table.psaIdentifier})`),
    primaryKey({ name: 'member_pk', columns: [table.teamId, table.id] }),
    teamPolicy('member'),
  ],
).enableRLS()

export const psaConnection = pgTable(
  'psa_connection',
  {
    teamId: teamId().primaryKey(),
    provider: text().$type<'connectwise'>().notNull(),
    company: text().notNull(),
    /** Where people open tickets, and where the API answers. */
    uiOrigin: text().notNull(),
    apiOrigin: text().notNull(),
    /** The pod's handle; also in directory.pod_handle, where it is found before a team is known. */
    podHandle: text().notNull(),
    sealedKeyId: text().notNull(),
    sealedKey: bytea().notNull(),
    sealedCredentials: bytea().notNull(),
    updatedAt: moment().notNull(),
  },
  () => [teamPolicy('psa_connection')],
).enableRLS()

/** Who did what, written in the transaction of the change itself. */
export const audit = pgTable(
  'audit',
  {
    teamId: teamId(),
    id: uuid().notNull(),
    at: moment().notNull(),
    /** The member, or null for the installation itself. */
    actor: uuid(),
    action: text().notNull(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ name: 'audit_pk', columns: [table.teamId, table.id] }),
    index('audit_team_at').on(table.teamId, table.at),
    teamPolicy('audit'),
  ],
).enableRLS()
