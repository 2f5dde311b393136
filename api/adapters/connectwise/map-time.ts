import type { Billable, NewTimeEntry, Ticket, TimeDefaults } from '../../ports/psa.ts'
import type { CwTimeDefaults } from './api-types.ts'
import { utcSeconds } from './conditions.ts'
import { named } from './map-ticket.ts'

/** What the defaults call filled in. A billable option unknown to us counts as none. */
export function toTimeDefaults(entry: CwTimeDefaults): TimeDefaults {
  return {
    workType: named(entry.workType),
    workRole: named(entry.workRole),
    agreement: named(entry.agreement),
    billable: billables.find((option) => option === entry.billableOption) ?? null,
  }
}

const billables: Billable[] = ['Billable', 'DoNotBill', 'NoCharge', 'NoDefault']

/** Where a ticket's time is charged to. */
export function chargeTo(ticket: NewTimeEntry['ticket']) {
  const chargeToType = ticket.kind === 'project' ? 'ProjectTicket' : 'ServiceTicket'
  return { chargeToId: ticket.id, chargeToType }
}

/**
 * A time entry of ours → the body of the POST. What is left open is left out, so that ConnectWise fills it in.
 * `mails` is whom the ticket's own settings name; nobody is mailed beyond them.
 */
export function fromNewTimeEntry(entry: NewTimeEntry, mails: Ticket['mails']) {
  return {
    ...chargeTo(entry.ticket),
    member: { identifier: entry.member },
    timeStart: utcSeconds(entry.start),
    timeEnd: utcSeconds(entry.end),
    ...(entry.breakMinutes > 0 ? { hoursDeduct: hoursOf(entry.breakMinutes) } : {}),
    notes: entry.text,
    addToDetailDescriptionFlag: entry.show.discussion,
    addToInternalAnalysisFlag: entry.show.internal,
    addToResolutionFlag: entry.show.resolution,
    emailResourceFlag: entry.notify && mails.resources,
    emailContactFlag: entry.notify && mails.contact,
    emailCcFlag: entry.notify && mails.cc !== null,
    ...(entry.notify && mails.cc !== null ? { emailCc: mails.cc } : {}),
    ...(entry.workType === null ? {} : { workType: { id: entry.workType } }),
    ...(entry.workRole === null ? {} : { workRole: { id: entry.workRole } }),
    ...(entry.agreement === null ? {} : { agreement: { id: entry.agreement } }),
    ...(entry.billable === null ? {} : { billableOption: entry.billable }),
  }
}

/** Hours to the hundredth that ConnectWise keeps, rounded down: a break longer than the entry would make it negative. */
function hoursOf(minutes: number): number {
  return Math.floor(minutes / 0.6 + 1e-9) / 100
}
