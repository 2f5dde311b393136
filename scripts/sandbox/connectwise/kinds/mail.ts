import { flag, type JsonObject, num, type Row, refId, text } from '../world/row.ts'
import { type Mail, rowOf, rowsOf, timeOf, type World } from '../world/world.ts'

/**
 * Logs whom a new note would mail: nobody with `processNotifications: false`; else the contact and the copies
 * for text that clients see, and the resources for any, each as the ticket's automatic-mail flags allow.
 */
export function mailNote(world: World, note: Row): void {
  const ticket = rowOf(world, 'Ticket', num(note, 'ticketId'))
  if (!ticket || !flag(note, 'processNotifications')) return
  const seenByClient = flag(note, 'detailDescriptionFlag') || flag(note, 'resolutionFlag')
  const to: Mail['to'][] = []
  if (seenByClient && flag(ticket, 'automaticEmailContactFlag') && hasContact(ticket)) to.push('contact')
  if (flag(ticket, 'automaticEmailResourceFlag') && hasResources(world, ticket)) to.push('resources')
  if (seenByClient && flag(ticket, 'automaticEmailCcFlag') && text(ticket, 'automaticEmailCc') !== '')
    to.push('cc')
  log(world, ticket, to, 'note', note.id)
}

/** Logs whom a time entry would mail: its own e-mail flags are orders, carried out when they are given. */
export function mailTime(world: World, entry: Row, given: JsonObject): void {
  const ticket = rowOf(world, 'Ticket', num(entry, 'chargeToId'))
  if (!ticket) return
  const to: Mail['to'][] = []
  if (given.emailContactFlag === true && hasContact(ticket)) to.push('contact')
  if (given.emailResourceFlag === true && hasResources(world, ticket)) to.push('resources')
  if (given.emailCcFlag === true && (text(entry, 'emailCc') || text(ticket, 'automaticEmailCc')) !== '')
    to.push('cc')
  log(world, ticket, to, 'time entry', entry.id)
}

function hasContact(ticket: Row): boolean {
  return refId(ticket.fields.contact) !== undefined
}

function hasResources(world: World, ticket: Row): boolean {
  return rowsOf(world, 'ScheduleEntry', (entry) => entry.fields.objectId === ticket.id).length > 0
}

function log(world: World, ticket: Row, to: Mail['to'][], cause: Mail['cause'], id: number): void {
  for (const reader of to) world.mails.push({ at: timeOf(world), ticket: ticket.id, to: reader, cause, id })
}
