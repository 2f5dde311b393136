import type { Row } from '../world/row.ts'
import { rowsOf, type World } from '../world/world.ts'
import { fullName, type Kind } from './kind.ts'

/** Members: the people of the service desk, and API members. */
export const memberKind: Kind = {
  schema: 'Member',
  table: 'Member',
  label: 'Member',
  resource: 'member',
  path: (row) => `/system/members/${row.id}`,
  serverOwned: ['primaryEmail', 'lastLogin', 'inactiveDate'],
  writeOnly: ['password', 'token'],
  short: (row) => ({ name: fullName(row) }),
  derive: (row) => ({
    primaryEmail: row.fields[`${String(row.fields.defaultEmail ?? 'Office').toLowerCase()}Email`] ?? null,
  }),
  prepare(draft, { world }) {
    const twin = memberByIdentifier(world, String(draft.fields.identifier ?? ''))
    return twin && twin.id !== draft.id
      ? [
          {
            code: 'ObjectExists',
            message: 'The identifier is already used.',
            resource: 'member',
            field: 'identifier',
          },
        ]
      : []
  },
}

/** The member of that identifier, ignoring case. */
export function memberByIdentifier(world: World, identifier: string): Row | undefined {
  const wanted = identifier.toLowerCase()
  return rowsOf(world, 'Member', (row) => String(row.fields.identifier).toLowerCase() === wanted)[0]
}
