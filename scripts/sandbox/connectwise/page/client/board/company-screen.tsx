import { useEffect, useState } from 'react'
import type { CompanyScreen } from '../../desk/desk.ts'
import type { Place } from '../../ticket-link.ts'
import { pageApi } from '../page-api.ts'
import { TicketTable } from './ticket-table.tsx'

/** A company: its address and its tickets. */
export function CompanyScreenView(props: { id: number; timeZone: string; onGo: (place: Place) => void }) {
  const [company, setCompany] = useState<CompanyScreen | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    setCompany(null)
    pageApi.company(props.id).then(setCompany, (error: Error) => setTrouble(error.message))
  }, [props.id])
  return (
    <div className="cw_Screen cw_CompanyScreen">
      <div className="cw_ScreenHead">
        <h1 className="cw_ScreenTitle">{company ? `Company: ${company.name}` : trouble || 'Loading…'}</h1>
      </div>
      {company && (
        <div className="cw_GridBox">
          <dl className="cw_Facts">
            <dt>Company ID</dt>
            <dd>{company.identifier}</dd>
            <dt>Phone</dt>
            <dd>{company.phone}</dd>
            <dt>Address</dt>
            <dd>{company.address}</dd>
            <dt>Website</dt>
            <dd>{company.website}</dd>
          </dl>
          <TicketTable tickets={company.tickets} timeZone={props.timeZone} onGo={props.onGo} />
        </div>
      )}
    </div>
  )
}
