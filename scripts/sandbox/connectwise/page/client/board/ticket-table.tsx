import type { TicketRow } from '../../desk/desk.ts'
import type { Place } from '../../ticket-link.ts'
import { gwt } from '../parts/gwt.ts'
import { showTime } from '../parts/show-time.ts'

/** Tickets as rows. As in ConnectWise the rows hold no links: a click, Enter or Space opens one. */
export function TicketTable(props: { tickets: TicketRow[]; timeZone: string; onGo: (place: Place) => void }) {
  return (
    <table className={`cw_Grid ${gwt('grid')}`}>
      <thead>
        <tr>
          {['Ticket #', 'Company', 'Contact', 'Summary', 'Status', 'Priority', 'Resources', 'Updated'].map(
            (head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {props.tickets.map((ticket) => {
          const open = () => props.onGo({ screen: 'ticket', id: ticket.id, kind: ticket.kind })
          return (
            <tr
              key={ticket.id}
              className={`cw_GridRow ${gwt('row')}`}
              tabIndex={0}
              onClick={open}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                open()
              }}
            >
              <td className="cw_GridNumber">{ticket.id}</td>
              <td>{ticket.company}</td>
              <td>{ticket.contact}</td>
              <td className="cw_GridSummary">
                {ticket.summary}
                {ticket.kind === 'project' && <span className="TicketNote-chip">Project</span>}
              </td>
              <td>
                <span className={ticket.closed ? 'cw_Status cw_Status-closed' : 'cw_Status'}>
                  {ticket.status}
                </span>
              </td>
              <td>{ticket.priority}</td>
              <td>{ticket.resources}</td>
              <td className="cw_GridTime">{showTime(ticket.updatedAt, props.timeZone)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
