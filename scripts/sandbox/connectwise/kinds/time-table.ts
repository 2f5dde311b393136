import { type Row, refId } from '../world/row.ts'
import { rowOf } from '../world/world.ts'
import type { Kind } from './kind.ts'

const simple = (schema: string, label: string, resource: string, path: string): Kind => ({
  schema,
  table: schema,
  label,
  resource,
  path: (row: Row) => `${path}/${row.id}`,
})

/** Work types, work roles, ticket stopwatches and hosted screens: records with few rules of their own. */
export const timeTableKinds: Kind[] = [
  simple('WorkType', 'Work Type', 'workType', '/time/workTypes'),
  simple('WorkRole', 'Work Role', 'workRole', '/time/workRoles'),
  {
    ...simple('TicketStopwatch', 'Ticket Stopwatch', 'ticketStopwatch', '/time/ticketstopwatches'),
    serverOwned: ['dateEntered'],
    prepare: (draft, { world }) =>
      rowOf(world, 'Member', refId(draft.fields.member))?.fields.inactiveFlag === true
        ? [
            {
              code: 'InvalidField',
              message: 'The member is inactive.',
              resource: 'ticketStopwatch',
              field: 'member',
            },
          ]
        : [],
  },
  {
    ...simple(
      'ConnectWiseHostedSetup',
      'Hosted Setup',
      'connectWiseHostedSetup',
      '/system/connectwisehostedsetups',
    ),
    serverOwned: ['createdBy', 'dateCreated'],
    prepare: (draft, { world }) =>
      rowOf(world, 'ConnectWiseHostedScreen', Number(draft.fields.screenId))
        ? []
        : [
            {
              code: 'NotFound',
              message: `Hosted Screen ${draft.fields.screenId} not found`,
              resource: 'connectWiseHostedSetup',
              field: 'screenId',
            },
          ],
  },
]
