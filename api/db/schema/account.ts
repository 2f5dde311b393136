import { foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { member } from './team.ts'
import { moment, teamId, teamPolicy } from './tenancy.ts'

/** How a member signs in without the ticket system: one row for each who may. */
export const account = pgTable(
  'account',
  {
    teamId: teamId(),
    memberId: uuid().notNull(),
    /** In its one spelling; its hash is also in directory.account_email, where it is found before a team is known. */
    email: text().notNull(),
    /** In PHC's form, with the parameters it was made with; null until a password was set. */
    passwordHash: text(),
    passwordSetAt: moment(),
    createdAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'account_pk', columns: [table.teamId, table.memberId] }),
    unique('account_email').on(table.teamId, table.email),
    foreignKey({
      name: 'account_of_member',
      columns: [table.teamId, table.memberId],
      foreignColumns: [member.teamId, member.id],
    }),
    teamPolicy('account'),
  ],
).enableRLS()
