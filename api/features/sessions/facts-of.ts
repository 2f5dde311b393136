import type { TicketFile } from '#api/features/tickets/read-ticket.ts'
import { redact } from '#shared/redaction/redact.ts'

/** The variables that a flow may use of a ticket and what belongs to it, secrets replaced; absent values are left out. */
export function factsOf({ ticket, contact, configurations }: TicketFile): Record<string, string> {
  const [configuration] = configurations
  const facts: Record<string, string | null | undefined> = {
    'ticket.number': String(ticket.id),
    'ticket.summary': ticket.summary,
    'ticket.board': ticket.board.name,
    'ticket.type': ticket.type?.name,
    'ticket.subType': ticket.subType?.name,
    'ticket.item': ticket.item?.name,
    'ticket.priority': ticket.priority?.name,
    'company.name': ticket.company.name,
    'company.identifier': ticket.company.identifier,
    'contact.name':
      contact === null ? ticket.contact?.name : `${contact.firstName} ${contact.lastName}`.trim(),
    'contact.firstName': contact?.firstName,
    'contact.lastName': contact?.lastName,
    'contact.phone': contact?.phone,
    'contact.email': contact?.email,
    'configuration.name': configuration?.name,
    'configuration.type': configuration?.type,
    'configuration.osType': configuration?.osType,
    'configuration.osInfo': configuration?.osInfo,
    'configuration.ipAddress': configuration?.ipAddress,
    'configuration.macAddress': configuration?.macAddress,
    'configuration.serialNumber': configuration?.serialNumber,
    'configuration.modelNumber': configuration?.modelNumber,
    'configuration.tagNumber': configuration?.tagNumber,
    'configuration.lastLoginName': configuration?.lastLoginName,
  }
  const known: Record<string, string> = {}
  for (const [name, value] of Object.entries(facts))
    if (value != null && value.trim() !== '') known[name] = redact(value, { destination: 'storage' }).text
  return known
}
