import { useEffect, useState } from 'react'
import type { TicketRow } from '../../desk/desk.ts'
import type { Place } from '../../ticket-link.ts'
import { pageApi } from '../page-api.ts'
import { ToolbarButton } from '../parts/toolbar-button.tsx'
import { TicketTable } from './ticket-table.tsx'

/** The service board list: open tickets, or all, of one board or of every board. */
export function BoardScreen(props: { timeZone: string; onGo: (place: Place) => void }) {
  const [tickets, setTickets] = useState<TicketRow[]>([])
  const [trouble, setTrouble] = useState('')
  const [board, setBoard] = useState('')
  const [closed, setClosed] = useState(false)
  const load = () =>
    pageApi.tickets().then(
      (rows) => {
        setTickets(rows)
        setTrouble('')
      },
      (error: Error) => setTrouble(error.message),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    void load()
  }, [])
  const boards = [...new Set(tickets.map((ticket) => ticket.board))].toSorted()
  const shown = tickets.filter(
    (ticket) => (board === '' || ticket.board === board) && (closed || !ticket.closed),
  )
  return (
    <div className="cw_Screen cw_BoardScreen">
      <div className="cw_ScreenHead">
        <h1 className="cw_ScreenTitle">Service Board</h1>
        <label>
          Board{' '}
          <select value={board} onChange={(event) => setBoard(event.target.value)}>
            <option value="">All boards</option>
            {boards.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />{' '}
          Show closed
        </label>
        <ToolbarButton hook="Refresh" label="Refresh" onPress={() => void load()} />
        <span className="cw_GridCount">{shown.length} tickets</span>
      </div>
      {trouble && (
        <p role="alert" className="cw_Messages">
          {trouble}
        </p>
      )}
      <div className="cw_GridBox">
        <TicketTable tickets={shown} timeZone={props.timeZone} onGo={props.onGo} />
      </div>
    </div>
  )
}
