import type { HostTicket } from '#shared/panel/host.ts'

/** Names of the query parameters that ConnectWise's own links carry a ticket's number in, in lower case. */
const numberNames = ['service_recid', 'srrecid', 'serviceticketid']

/** Kinds of record a link opens, in lower case, with the kind of ticket each is. */
const records = new Map<string, HostTicket['kind']>([
  ['servicefv', 'service'],
  ['projectticketfv', 'project'],
])

/**
 * The ticket that an address of ConnectWise names, or null. Only links name one: within the application the address
 * stays as it was, or holds a fragment that nobody can read. Its names and values come in any case.
 */
export function ticketInAddress(address: string): HostTicket | null {
  if (!URL.canParse(address)) return null
  const query = new Map(
    [...new URL(address).searchParams].map(([name, value]) => [name.toLowerCase(), value]),
  )
  for (const name of numberNames) {
    const id = ticketNumber(query.get(name))
    if (id !== null) return { id, kind: 'service' }
  }
  const id = ticketNumber(query.get('recid'))
  const kind = records.get((query.get('recordtype') ?? query.get('routeto') ?? '').toLowerCase())
  return id === null || kind === undefined ? null : { id, kind }
}

/** A ticket's number as ConnectWise writes it: up to ten digits, none of them a leading zero; null for anything else. */
export function ticketNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null
}
