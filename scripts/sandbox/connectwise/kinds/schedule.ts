import { refId, text } from '../world/row.ts'
import { rowOf } from '../world/world.ts'
import type { Kind } from './kind.ts'

/** Schedule entries: creating one of type "S" for a ticket assigns its member as a resource. */
export const scheduleKinds: Kind[] = [
  {
    schema: 'ScheduleEntry',
    table: 'ScheduleEntry',
    label: 'Schedule Entry',
    resource: 'scheduleEntry',
    path: (row) => `/schedule/entries/${row.id}`,
    serverOwned: ['mobileGuid', 'closeDate', 'acknowledgedDate'],
    short: (row) => ({ description: row.fields.name ?? '' }),
    prepare(draft, { world }) {
      const type = rowOf(world, 'ScheduleType', refId(draft.fields.type))
      if (text(type, 'identifier') !== 'S') return []
      const ticket =
        typeof draft.fields.objectId === 'number' ? rowOf(world, 'Ticket', draft.fields.objectId) : undefined
      if (!ticket)
        return [
          {
            code: 'NotFound',
            message: `Service Ticket ${draft.fields.objectId ?? ''} not found`,
            resource: 'scheduleEntry',
            field: 'objectId',
          },
        ]
      const company = rowOf(world, 'Company', refId(ticket.fields.company))
      draft.fields.name ??= `${text(company, 'name')} / Ticket# ${ticket.id} - ${text(ticket, 'summary')}`
      return []
    },
  },
  {
    schema: 'ScheduleType',
    table: 'ScheduleType',
    label: 'Schedule Type',
    resource: 'scheduleType',
    path: (row) => `/schedule/types/${row.id}`,
  },
  {
    schema: 'ScheduleStatus',
    table: 'ScheduleStatus',
    label: 'Schedule Status',
    resource: 'scheduleStatus',
    path: (row) => `/schedule/statuses/${row.id}`,
  },
]
