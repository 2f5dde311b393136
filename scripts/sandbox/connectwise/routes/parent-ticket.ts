import type { Kind } from '../kinds/kind.ts'
import { serviceTicketKind } from '../kinds/ticket.ts'
import { notFound, unknownEndpoint } from '../world/refusal.ts'
import type { Row } from '../world/row.ts'
import { rowOf, type World } from '../world/world.ts'

/** The ticket of a path such as `/service/tickets/:parent/notes`. Throws 404 where there is none. */
export function parentTicket(world: World, kind: Kind, segment: string | undefined): Row {
  if (segment === undefined || !/^\d+$/.test(segment)) throw unknownEndpoint()
  const row = rowOf(world, 'Ticket', Number(segment))
  const type = kind === serviceTicketKind ? 'ServiceTicket' : 'ProjectTicket'
  if (row?.fields.recordType !== type) throw notFound(kind.label, segment)
  return row
}
