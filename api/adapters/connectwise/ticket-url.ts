import type { TicketId } from '../../ports/psa.ts'
import { numbered } from './conditions.ts'
import type { Connection } from './connection.ts'

/** The link that opens a ticket in ConnectWise's own pages; the release alias works under every codebase. */
export function ticketUrl(connection: Pick<Connection, 'uiUrl' | 'company'>, ticket: TicketId): string {
  const base = `${connection.uiUrl}/v4_6_release/services/system_io`
  const company = `companyName=${encodeURIComponent(connection.company)}`
  const id = numbered(ticket.id)
  return ticket.kind === 'service'
    ? `${base}/Service/fv_sr100_request.rails?service_recid=${id}&${company}`
    : `${base}/router/openrecord.rails?locale=en_US&recordType=ProjectTicketFV&recid=${id}&${company}`
}
