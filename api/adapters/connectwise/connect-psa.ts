import { type Psa, PsaError } from '../../ports/psa.ts'
import { createBoards } from './boards.ts'
import { createCheckRights } from './check-rights.ts'
import { createClient } from './client.ts'
import { createCompanies } from './companies.ts'
import type { Connection, Deps } from './connection.ts'
import { judgeUrl } from './hosts.ts'
import { createMembers } from './members.ts'
import { createNotes } from './notes.ts'
import { createTexts } from './texts.ts'
import { ticketUrl } from './ticket-url.ts'
import { createTickets } from './tickets.ts'
import { createTime } from './time.ts'
import { createVerifyMember } from './verify-member.ts'

/**
 * One team's ConnectWise behind our port. Keep the object while the team's connection stays the same: it holds the
 * codebase, the statuses and the count of calls under way. Throws `PsaError` for a host that may not be called.
 */
export function connectWisePsa(connection: Connection, deps: Deps): Psa {
  for (const address of [connection.uiUrl, connection.apiUrl]) {
    const judged = judgeUrl(address, { allowInsecure: deps.allowInsecure })
    if (!judged.ok) throw new PsaError('invalid', judged.advice)
  }
  const client = createClient(connection, deps)
  const boards = createBoards(client, deps.now)
  const tickets = createTickets(client, boards)
  return {
    ...createVerifyMember(client, connection),
    ...createMembers(client),
    ticketUrl: (ticket) => ticketUrl(connection, ticket),
    ...tickets,
    ...createTexts(client),
    ...createCompanies(client),
    boardLocks: boards.boardLocks,
    statuses: boards.statuses,
    ...createTime(client, tickets),
    ...createNotes(client),
    ...createCheckRights(client),
  }
}
