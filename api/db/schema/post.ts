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
  uuid,
} from 'drizzle-orm/pg-core'
import type { AcceptPost, TextCopy } from '#shared/contracts/post.ts'
import { session } from './session.ts'
import { moment, teamId, teamPolicy } from './tenancy.ts'

export const post = pgTable(
  'post',
  {
    teamId: teamId(),
    /** The client's idempotency key. */
    id: uuid().notNull(),
    sessionId: uuid().notNull(),
    ticketId: integer().notNull(),
    ticketKind: text().$type<'service' | 'project'>().notNull(),
    /** The request as accepted, and its hash: the same id with another content is refused. */
    request: jsonb().$type<AcceptPost>().notNull(),
    requestHash: text().notNull(),
    /** What goes to the ticket, its marker included. */
    text: text().notNull(),
    by: uuid().notNull(),
    memberIdentifier: text().notNull(),
    acceptedAt: moment().notNull(),
    notBefore: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'post_pk', columns: [table.teamId, table.id] }),
    foreignKey({
      name: 'post_of_session',
      columns: [table.teamId, table.sessionId],
      foreignColumns: [session.teamId, session.id],
    }),
    index('post_session').on(table.teamId, table.sessionId),
    index('post_ticket').on(table.teamId, table.ticketId),
    teamPolicy('post'),
  ],
).enableRLS()

export const delivery = pgTable(
  'delivery',
  {
    teamId: teamId(),
    id: uuid().notNull(),
    postId: uuid().notNull(),
    part: text().$type<'text' | 'status'>().notNull(),
    state: text()
      .$type<'waiting' | 'sending' | 'checking' | 'posted' | 'failed' | 'needs_you' | 'undone'>()
      .notNull(),
    /** Sends begun; the intent is committed before the socket is written. */
    attempt: integer().notNull().default(0),
    sentAt: moment(),
    /** Not finding the text counts only from a complete search after this. */
    quarantineUntil: moment(),
    tries: integer().notNull().default(0),
    sweeps: integer().notNull().default(0),
    insist: boolean().notNull().default(false),
    /** The ticket's status when the intent to change it was committed. */
    statusBefore: integer(),
    /** In internal text only; client-visible text is matched by author, time and body. */
    marker: text(),
    fence: integer().notNull().default(0),
    psaId: integer(),
    author: text(),
    doubled: boolean().notNull().default(false),
    /** Where it stands more than once, oldest first, and the one of them that is to go. */
    copies: jsonb().$type<TextCopy[]>(),
    removing: integer(),
    message: text(),
    dueAt: moment(),
    updatedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'delivery_pk', columns: [table.teamId, table.id] }),
    foreignKey({
      name: 'delivery_of_post',
      columns: [table.teamId, table.postId],
      foreignColumns: [post.teamId, post.id],
    }),
    unique('delivery_post_part').on(table.teamId, table.postId, table.part),
    index('delivery_team_state').on(table.teamId, table.state),
    teamPolicy('delivery'),
  ],
).enableRLS()
