import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { OutcomeKind } from '#shared/flow/flow.ts'
import type { RejectionReason, SessionEvent } from '#shared/session/event.ts'
import type { SessionHeader } from '#shared/session/session.ts'
import { moment, teamId, teamPolicy } from './tenancy.ts'

export const session = pgTable(
  'session',
  {
    teamId: teamId(),
    id: uuid().notNull(),
    ticketId: integer().notNull(),
    ticketKind: text().$type<'service' | 'project'>().notNull(),
    /** The flow's id without its version, '' for none: one open session per ticket and flow. */
    flowId: text().notNull(),
    header: jsonb().$type<SessionHeader>().notNull(),
    /** The last sequence given out. */
    seq: integer().notNull().default(0),
    status: text().$type<'active' | 'paused' | 'parked' | 'ended'>().notNull(),
    /** Found again when the ticket and flow are started once more; false once ended. */
    open: boolean().notNull().default(true),
    /** How it ended; null while it goes on, and for those that ended before this was taken down. */
    outcome: text().$type<OutcomeKind>(),
    postedUpTo: integer().notNull().default(0),
    startedBy: uuid().notNull(),
    startedAt: moment().notNull(),
    lastEventAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'session_pk', columns: [table.teamId, table.id] }),
    uniqueIndex('session_open')
      .on(table.teamId, table.ticketKind, table.ticketId, table.flowId)
      .where(sql`open`),
    index('session_team_flow').on(table.teamId, table.flowId),
    index('session_team_ticket').on(table.teamId, table.ticketId),
    teamPolicy('session'),
  ],
).enableRLS()

export const sessionEvent = pgTable(
  'session_event',
  {
    teamId: teamId(),
    sessionId: uuid().notNull(),
    seq: integer().notNull(),
    id: uuid().notNull(),
    by: uuid().notNull(),
    at: moment().notNull(),
    event: jsonb().$type<SessionEvent>().notNull(),
    late: text().$type<RejectionReason>(),
    storedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'session_event_pk', columns: [table.teamId, table.sessionId, table.seq] }),
    unique('session_event_once').on(table.teamId, table.sessionId, table.id),
    foreignKey({
      name: 'session_event_session',
      columns: [table.teamId, table.sessionId],
      foreignColumns: [session.teamId, session.id],
    }),
    index('session_event_member').on(table.teamId, table.by, table.storedAt),
    teamPolicy('session_event'),
  ],
).enableRLS()
