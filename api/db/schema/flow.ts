import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Flow, FlowDraft, FlowRef } from '#shared/flow/flow.ts'
import { moment, teamId, teamPolicy } from './tenancy.ts'

export const flow = pgTable(
  'flow',
  {
    teamId: teamId(),
    id: text().notNull(),
    draft: jsonb().$type<FlowDraft>().notNull(),
    draftChangedAt: moment().notNull(),
    /** The latest published version, or null. */
    version: integer(),
    publishedAt: moment(),
    createdBy: uuid(),
    createdAt: moment().notNull(),
  },
  (table) => [primaryKey({ name: 'flow_pk', columns: [table.teamId, table.id] }), teamPolicy('flow')],
).enableRLS()

/** Immutable once written. */
export const flowVersion = pgTable(
  'flow_version',
  {
    teamId: teamId(),
    flowId: text().notNull(),
    version: integer().notNull(),
    flow: jsonb().$type<Flow>().notNull(),
    /** Every subflow version this one can reach, itself left out. */
    pinned: jsonb().$type<FlowRef[]>().notNull(),
    publishedBy: uuid(),
    publishedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'flow_version_pk', columns: [table.teamId, table.flowId, table.version] }),
    foreignKey({
      name: 'flow_version_of_flow',
      columns: [table.teamId, table.flowId],
      foreignColumns: [flow.teamId, flow.id],
    }),
    teamPolicy('flow_version'),
  ],
).enableRLS()
