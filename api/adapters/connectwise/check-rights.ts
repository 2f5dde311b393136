import { z } from 'zod'
import { type Psa, PsaError, type RightCheck } from '../../ports/psa.ts'
import type { Client, Query } from './client.ts'
import { numbered } from './conditions.ts'
import { jsonOf } from './error-body.ts'
import type { WriteAttempt } from './write-outcome.ts'

interface Right {
  right: string
  /** Where the right is given: module, line and the levels of the security role. */
  where: string
  try: (client: Client) => Promise<Tried>
}

type Tried = 'yes' | 'no' | 'untried' | { failed: string }

/**
 * The rights that the product needs, each tried once. Reading is tried by reading one row. Writing is tried by a
 * write that ConnectWise must refuse for its content (no text and no tab, status 0, no start), which tells "may
 * not" from "may, but not so" and can change nothing.
 */
const rights: Right[] = [
  {
    right: 'Read tickets',
    where: 'Service Desk → Service Tickets: Inquire = All',
    try: reading('/service/tickets'),
  },
  {
    right: 'Write notes on tickets',
    where: 'Service Desk → Service Tickets: Add and Edit = All',
    try: onTicket('', (client, id) =>
      client.write('POST', `/service/tickets/${numbered(id)}/notes`, { text: '' }),
    ),
  },
  {
    right: 'Change a ticket’s status',
    where: 'Service Desk → Service Tickets: Edit = All',
    try: onTicket('closedFlag=False', toNoStatus),
  },
  {
    right: 'Change closed tickets',
    where: 'Service Desk → Close Service Tickets: Edit and Inquire = All',
    try: onTicket('closedFlag=True', toNoStatus),
  },
  {
    right: 'Read boards and their statuses',
    where: 'System → Table Setup (Service / Service Board): Inquire = All',
    try: reading('/service/boards'),
  },
  {
    right: 'Read time entries',
    where: 'Time & Expense → Time Entry: Inquire = All',
    try: reading('/time/entries'),
  },
  {
    right: 'Write time entries',
    where: 'Time & Expense → Time Entry: Add and Edit = All; Time Entry Billable Option: Edit = All',
    try: async (client) => triedBy(await client.write('POST', '/time/entries', {})),
  },
  {
    right: 'Read work types',
    where: 'System → Table Setup (Time / Work Type): Inquire = All',
    try: reading('/time/workTypes'),
  },
  {
    right: 'Read work roles',
    where: 'System → Table Setup (Time / Work Role): Inquire = All',
    try: reading('/time/workRoles'),
  },
  {
    right: 'Read companies',
    where: 'Companies → Company Maintenance: Inquire = All',
    try: reading('/company/companies'),
  },
  {
    right: 'Read contacts',
    where: 'Companies → Contacts: Inquire = All',
    try: reading('/company/contacts'),
  },
  {
    right: 'Read configurations',
    where: 'Companies → Configurations: Inquire = All',
    try: reading('/company/configurations'),
  },
  {
    right: 'Read members',
    where: 'System → Member Maintenance: Inquire = All',
    try: reading('/system/members'),
  },
]

/** Tries each right and says what to do where it is missing. Throws `PsaError` only where nobody answers. */
export function createCheckRights(client: Client): Pick<Psa, 'checkRights'> {
  async function checkRights(): Promise<RightCheck[]> {
    const checks: RightCheck[] = []
    for (const { right, where, try: attempt } of rights) {
      const tried = await attempt(client)
      checks.push({ right, ok: tried === 'yes' || tried === 'untried', advice: adviceFor(tried, where) })
    }
    return checks
  }
  return { checkRights }
}

function adviceFor(tried: Tried, where: string): string {
  if (tried === 'yes') return ''
  if (tried === 'untried') return `There is no ticket to try this on. See to it yourself: ${where}.`
  const give = `Give the API member’s security role: ${where}.`
  return tried === 'no' ? give : `${tried.failed} If it stays so: ${give}`
}

function reading(path: string): Right['try'] {
  return async (client) => {
    try {
      await client.read(path, { query: { pageSize: 1, fields: 'id' } })
      return 'yes'
    } catch (error) {
      return refusedRead(error)
    }
  }
}

/** Keys that are wrong, or a ConnectWise that is away, are no question of rights: they end the check. */
function refusedRead(error: unknown): Tried {
  if (!(error instanceof PsaError)) throw error
  if (error.reason === 'forbidden') return 'no'
  if (error.reason === 'invalid') return { failed: error.message }
  throw error
}

function onTicket(
  conditions: string,
  attempt: (client: Client, id: number) => Promise<WriteAttempt>,
): Right['try'] {
  return async (client) => {
    try {
      const query: Query = { pageSize: 1, fields: 'id', ...(conditions === '' ? {} : { conditions }) }
      const [ticket] = await client.readAs(z.array(z.object({ id: z.number() })), '/service/tickets', {
        query,
      })
      return ticket === undefined ? 'untried' : triedBy(await attempt(client, ticket.id))
    } catch (error) {
      return refusedRead(error)
    }
  }
}

function toNoStatus(client: Client, id: number): Promise<WriteAttempt> {
  return client.write('PATCH', `/service/tickets/${numbered(id)}`, [
    { op: 'replace', path: 'status', value: { id: 0 } },
  ])
}

function triedBy(attempt: WriteAttempt): Tried {
  if (attempt.kind !== 'answered') return { failed: attempt.message }
  const { status } = attempt.answer
  if (status === 401 || status === 403) return 'no'
  return status === 400 && jsonOf(attempt.answer) !== undefined
    ? 'yes'
    : { failed: `ConnectWise answered ${status} where a plain refusal was due.` }
}
