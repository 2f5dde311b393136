import { readOpaqueHash, writeOpaqueHash } from './opaque-hash.ts'

/** What the web client shows: a service board list, a ticket, or a company. */
export type Place =
  | { screen: 'board' }
  | { screen: 'ticket'; id: number; kind: 'service' | 'project' }
  | { screen: 'company'; id: number }

/** The release segment that every codebase answers to. */
const release = 'v4_6_release'

/** Whether a path is one of the web client's pages: `ConnectWise.aspx` or one of the `.rails` links. */
export function isPagePath(path: string): boolean {
  return /^\/v\d+_\d+(_release)?\/(connectwise\.aspx|services\/system_io\/(service\/fv_sr100_request|router\/openrecord)\.rails)$/i.test(
    path,
  )
}

/** The place a web client URL (path, query and hash) leads to; null where it names none. */
export function readPlace(url: URL): Place | null {
  const hash = readOpaqueHash(url.hash)
  if (hash) return hash
  const query = new Map([...url.searchParams].map(([key, value]) => [key.toLowerCase(), value]))
  const serviceId = idOf(query.get('service_recid') ?? query.get('serviceticketid') ?? query.get('srrecid'))
  if (serviceId !== null) return { screen: 'ticket', id: serviceId, kind: 'service' }
  const record = (query.get('routeto') ?? query.get('recordtype') ?? '').toLowerCase()
  const id = idOf(query.get('recid'))
  if (id !== null && record === 'servicefv') return { screen: 'ticket', id, kind: 'service' }
  if (id !== null && record === 'projectticketfv') return { screen: 'ticket', id, kind: 'project' }
  if (id !== null && record === 'companyfv') return { screen: 'company', id }
  return /\/connectwise\.aspx$/i.test(url.pathname) ? { screen: 'board' } : null
}

/** The single-page form: path, query and opaque hash. `codebase` ends in a slash, for example `v2025_1/`. */
export function appLink(codebase: string, place: Place): string {
  return `/${codebase}ConnectWise.aspx?locale=en_US${writeOpaqueHash(place)}`
}

/** The link that mails and other systems use for a service ticket. */
export function mailLink(company: string, ticket: number): string {
  return `/${release}/services/system_io/Service/fv_sr100_request.rails?service_recid=${ticket}&companyName=${encodeURIComponent(company)}`
}

/** The `routeTo` form of a service or project ticket. */
export function routeLink(codebase: string, ticket: { id: number; kind: 'service' | 'project' }): string {
  const route = ticket.kind === 'service' ? 'ServiceFV' : 'ProjectTicketFV'
  return `/${codebase}ConnectWise.aspx?routeTo=${route}&recid=${ticket.id}`
}

function idOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}
