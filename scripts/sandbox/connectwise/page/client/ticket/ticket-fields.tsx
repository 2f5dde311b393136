import type { Choice, TicketChanges, TicketScreen } from '../../desk/desk.ts'
import { Combo } from '../parts/combo.tsx'
import { Field, ShownField } from '../parts/field.tsx'
import { gwt } from '../parts/gwt.ts'
import { showTime } from '../parts/show-time.ts'

/** The pods with a ticket's fields. Changes are kept by the caller until Save. */
export function TicketFields(props: {
  ticket: TicketScreen
  changes: TicketChanges
  timeZone: string
  onChange: (changes: TicketChanges) => void
  onCompany: () => void
}) {
  const { ticket, changes, onChange } = props
  const pick = (field: 'status' | 'type' | 'subType' | 'item' | 'priority', choices: readonly Choice[]) => {
    const changed = changes[field]
    return changed === undefined ? ticket[field] : (choices.find((choice) => choice.id === changed) ?? null)
  }
  const combo = (
    label: string,
    field: 'type' | 'subType' | 'item',
    choices: readonly Choice[],
    cwid: string = field,
  ) => (
    <Field label={label} cwid={cwid}>
      {(id) => (
        <Combo
          id={id}
          hook={`cw_${field}`}
          choices={choices}
          value={pick(field, choices)}
          optional={true}
          onChange={(choice) => onChange({ [field]: choice?.id ?? null })}
        />
      )}
    </Field>
  )
  return (
    <>
      <section
        className="mm_pod pod_service_ticket_ticket_header pod_ticketSummary"
        data-cwid="pod_ticketSummary"
      >
        <h2 className="mm_podHeader">
          Ticket #{ticket.id}
          {ticket.mergedInto !== null && ` (merged into #${ticket.mergedInto})`}
        </h2>
        <div className={`cw_Fields ${gwt('fields')}`}>
          <Field label="Summary" cwid="summary">
            {(id) => (
              <input
                id={id}
                className={`cw_PsaSummaryHeader ${gwt('input')}`}
                maxLength={100}
                value={changes.summary ?? ticket.summary}
                onChange={(event) => onChange({ summary: event.target.value })}
              />
            )}
          </Field>
        </div>
      </section>
      <section className="mm_pod pod_service_ticket_ticket" data-cwid="pod_service_ticket_ticket">
        <h2 className="mm_podHeader">Ticket</h2>
        <div className={`cw_Fields cw_Fields-two ${gwt('fields')}`}>
          <ShownField label="Board" cwid="serviceBoard" hook="cw_serviceBoard" value={ticket.board.name} />
          <Field label="Status" cwid="status">
            {(id) => (
              <Combo
                id={id}
                hook="cw_status"
                choices={ticket.choices.statuses}
                value={pick('status', ticket.choices.statuses)}
                onChange={(choice) => choice && onChange({ status: choice.id })}
              />
            )}
          </Field>
          {combo('Type', 'type', ticket.choices.types)}
          {combo('Subtype', 'subType', ticket.choices.subTypes)}
          {combo('Item', 'item', ticket.choices.items)}
          <Field label="Priority" cwid="priority">
            {(id) => (
              <Combo
                id={id}
                hook="cw_priority"
                choices={ticket.choices.priorities}
                value={pick('priority', ticket.choices.priorities)}
                onChange={(choice) => choice && onChange({ priority: choice.id })}
              />
            )}
          </Field>
          <ShownField label="Agreement" cwid="agreement" hook="cw_agreement" value={ticket.agreement} />
          <ShownField label="Ticket Owner" cwid="ticketOwner" hook="cw_ticketOwner" value={ticket.owner} />
          <ShownField label="Resources" cwid="resources" hook="cw_resources" value={ticket.resources} />
          <ShownField
            label="Impact / Severity"
            cwid="impact"
            hook="cw_impact"
            value={`${ticket.impact} / ${ticket.severity}`}
          />
        </div>
      </section>
      <section className="mm_pod pod_service_ticket_company" data-cwid="pod_service_ticket_company">
        <h2 className="mm_podHeader">
          Company
          <button type="button" className="cw_LinkButton" onClick={props.onCompany}>
            Open
          </button>
        </h2>
        <div className={`cw_Fields cw_Fields-two ${gwt('fields')}`}>
          <ShownField label="Company" cwid="company" hook="cw_company" value={ticket.company.name} />
          <ShownField label="Site" cwid="site" hook="cw_site" value={ticket.site} />
          <ShownField label="Contact" cwid="contact" hook="cw_contact" value={ticket.contact?.name ?? ''} />
          <ShownField label="Phone" cwid="phone" hook="cw_phone" value={ticket.contact?.phone ?? ''} />
          <ShownField label="E-mail" cwid="email" hook="cw_email" value={ticket.contact?.email ?? ''} />
        </div>
      </section>
      <p className="cw_Stamp">
        Entered {showTime(ticket.enteredAt, props.timeZone)} by {ticket.enteredBy}
        <br />
        Updated {showTime(ticket.updatedAt, props.timeZone)} by {ticket.updatedBy}
      </p>
    </>
  )
}
