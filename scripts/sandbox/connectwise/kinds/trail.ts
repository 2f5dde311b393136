import { type Row, refId, text } from '../world/row.ts'
import { rowOf, timeOf } from '../world/world.ts'
import type { Change } from './kind.ts'

/** Adds a line to the audit trail for a created ticket or a changed status. */
export function leaveTrail(row: Row, { world, caller, verb, before }: Change): void {
  const statusOf = (ticket: Row | undefined) =>
    text(rowOf(world, 'BoardStatus', refId(ticket?.fields.status)), 'name')
  const [from, to] = [statusOf(before), statusOf(row)]
  if (verb !== 'create' && from === to) return
  world.trail.push({
    type: 'Ticket',
    id: row.id,
    text:
      verb === 'create'
        ? `Service Ticket ${row.id} has been created.`
        : `Status changed from "${from}" to "${to}".`,
    enteredDate: timeOf(world),
    enteredBy: caller.member,
    auditSubType: verb === 'create' ? 'Ticket' : 'Status',
  })
}
