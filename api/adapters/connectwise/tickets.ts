import { z } from 'zod'
import type { Psa, TicketId, TicketSummary } from '../../ports/psa.ts'
import { type CwTicket, ticketSchema } from './api-types.ts'
import type { Boards } from './boards.ts'
import type { Client } from './client.ts'
import { all, any, numbered, oneOf, quoted } from './conditions.ts'
import { toTicket, toTicketSummary } from './map-ticket.ts'
import { isMissing } from './read-error.ts'
import { type Written, writeOutcome } from './write-outcome.ts'

type Tickets = Pick<Psa, 'ticket' | 'recentTickets' | 'findTickets' | 'setStatus'>

/** The path of a ticket; a project's tickets have their own. */
export function ticketPath(ticket: TicketId): string {
  return `/${ticket.kind}/tickets/${numbered(ticket.id)}`
}

/** Longer searches help nobody and do not fit in an address. */
const longestSearch = 100

/** Reading tickets, and moving one to another status. */
export function createTickets(client: Client, boards: Boards): Tickets {
  async function ticket(id: TicketId) {
    try {
      const found = await client.readAs(ticketSchema, ticketPath(id))
      // A project's ticket does not say what it is; the path that it was found under does.
      return { ...toTicket(found, await isClosed(found)), kind: id.kind }
    } catch (error) {
      if (isMissing(error, id.id)) return null
      throw error
    }
  }

  async function recentTickets(of: Parameters<Psa['recentTickets']>[0]) {
    const parts = [`company/id=${numbered(of.company)}`, `id!=${numbered(of.except)}`]
    if (of.configurations !== undefined) {
      if (of.configurations.length === 0) return []
      parts.push(oneOf('configuration/id', of.configurations))
    }
    return await newest(all(...parts), of.limit)
  }

  async function findTickets(query: Parameters<Psa['findTickets']>[0]) {
    const { companies, limit } = query
    if (companies?.length === 0) return []
    const wanted = wantedBy((query.text ?? '').trim().slice(0, longestSearch))
    return await newest(companies ? all(wanted, oneOf('company/id', companies)) : wanted, limit)
  }

  function wantedBy(text: string): string {
    if (text === '') return 'closedFlag=False'
    const within = ['summary', 'company/name', 'company/identifier', 'contactName']
    const matches = within.map((field) => `${field} contains ${quoted(text)}`)
    const number = /^#?(\d{1,9})$/.exec(text)?.[1]
    if (number !== undefined) matches.unshift(`id=${Number(number)}`)
    return any(...matches)
  }

  async function newest(conditions: string, limit: number): Promise<TicketSummary[]> {
    const query = { conditions, orderBy: 'id desc', pageSize: Math.max(1, Math.min(limit, 1000)) }
    const found = await client.readAs(z.array(ticketSchema), '/service/tickets', { query })
    return await Promise.all(
      found.slice(0, limit).map(async (row) => toTicketSummary(row, await isClosed(row))),
    )
  }

  /** A board that we may not read leaves us the ticket's own flag. */
  async function isClosed(found: CwTicket): Promise<boolean> {
    if (found.board === null || found.status === null) return found.closedFlag
    const known = await boards.closedStatuses(found.board.id).catch(() => null)
    return known?.get(found.status.id) ?? found.closedFlag
  }

  async function setStatus(change: Parameters<Psa['setStatus']>[0]) {
    const operations = [{ op: 'replace', path: 'status', value: { id: change.status } }]
    const quiet = [...operations, { op: 'replace', path: 'processNotifications', value: false }]
    const path = ticketPath(change.ticket)
    const expected = { ticket: change.ticket.id, schema: ticketSchema, read: writtenStatus }
    let attempt = await client.write('PATCH', path, change.notify ? operations : quiet, change.until)
    let result = writeOutcome(attempt, expected)
    if (!change.notify && result.outcome === 'refused' && /processNotifications/i.test(toldOf(result))) {
      attempt = await client.write('PATCH', path, operations, change.until)
      result = writeOutcome(attempt, expected)
    }
    if (result.outcome !== 'written' || attempt.kind !== 'answered') return result
    const stands = ticketSchema.safeParse(JSON.parse(attempt.answer.body)).data?.status
    if (stands?.id === change.status) return result
    const message = `ConnectWise took the change, but the ticket stands on “${stands?.name ?? 'no status'}”.`
    return { outcome: 'ambiguous', message } as const
  }

  return { ticket, recentTickets, findTickets, setStatus }
}

function toldOf(refusal: { message: string; field?: string }): string {
  return `${refusal.field ?? ''} ${refusal.message}`
}

function writtenStatus(record: CwTicket): Written {
  const { _info: info } = record
  return { id: record.id, ticket: record.id, author: info?.updatedBy ?? null, at: info?.lastUpdated ?? null }
}
