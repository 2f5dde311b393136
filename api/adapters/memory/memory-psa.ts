import type {
  BoardLocks,
  BoardStatus,
  Choice,
  Configuration,
  Contact,
  MemberClaim,
  NewNote,
  NewStatus,
  NewTimeEntry,
  Psa,
  PsaMember,
  RemovalResult,
  Ticket,
  TicketId,
  TicketSummary,
  TimeDefaults,
  WriteResult,
} from '../../ports/psa.ts'
import { PsaError } from '../../ports/psa.ts'
import { createFaults, type Fault } from './psa-faults.ts'
import { createTextStore, type StoredText } from './psa-texts.ts'

/** Everything an in-memory ticket system holds. Handed over whole, kept by reference, open to tests. */
export interface MemoryPsaWorld {
  /** Whose keys we write with: the author where a member is not taken as such. */
  apiMember: string
  members: (PsaMember & { hash: string | null })[]
  boards: { id: number; statuses: BoardStatus[]; locks?: BoardLocks }[]
  tickets: Ticket[]
  texts: StoredText[]
  configurations: (Configuration & { tickets: number[] })[]
  contacts: Contact[]
  workTypes: Choice[]
  workRoles: Choice[]
  timeDefaults: TimeDefaults
}

export interface MemoryPsa extends Psa {
  world: MemoryPsaWorld
  /** The next `times` calls of that sort meet the fault; faults given one after another are met in that order. */
  failNext(fault: Fault, times?: number): void
  /** Carries out every write that "late commit" left hanging; how many there were. */
  commitLate(): number
}

/** A `Psa` without a network that keeps the rules of ConnectWise that matter to us. `now` is epoch milliseconds. */
export function memoryPsa(world: MemoryPsaWorld, deps: { now: () => number }): MemoryPsa {
  const faults = createFaults()
  const texts = createTextStore(world, deps.now)
  const stamp = () => new Date(deps.now()).toISOString().replace(/\.\d{3}Z$/, 'Z')

  async function read<T>(answer: () => T): Promise<T> {
    faults.meetRead()
    return structuredClone(answer())
  }

  /** Runs the rules, then the change, with whatever fault is due before or after it. */
  async function write<Result extends WriteResult | RemovalResult>(
    { until = Number.POSITIVE_INFINITY }: { until?: number },
    refusal: NoResult | null,
    commit: () => Result,
  ): Promise<Result | NoResult> {
    if (deps.now() > until) return { outcome: 'refused', reason: 'not_sent', message: 'It came too late.' }
    return faults.meetWrite(() => refusal ?? commit())
  }

  const ticketOf = (id: TicketId) =>
    world.tickets.find((ticket) => ticket.id === id.id && ticket.kind === id.kind) ?? null
  const locksOf = (board: number) => world.boards.find((one) => one.id === board)?.locks ?? unlocked
  const statusesOf = (board: number) => world.boards.find((one) => one.id === board)?.statuses ?? []
  const memberOf = (identifier: string) =>
    world.members.find((member) => sameText(member.identifier, identifier)) ?? null

  function refusalFor(ticket: TicketId, member: string): NoResult | null {
    if (ticketOf(ticket) === null) return refused('not_found', `Ticket ${ticket.id} not found`)
    const author = memberOf(member)
    if (author === null || author.inactive) return refused('invalid', `Member ${member} not found`, 'member')
    return null
  }

  function noteRefusal(note: NewNote): NoResult | null {
    const { discussion, internal, resolution } = note.show
    if (discussion || internal || resolution) return refusalFor(note.ticket, note.member)
    return refused('invalid', 'Please choose where to display the notes in order to save this record.')
  }

  function timeRefusal(entry: NewTimeEntry): NoResult | null {
    const general = refusalFor(entry.ticket, entry.member)
    if (general !== null) return general
    if (Date.parse(entry.end) < Date.parse(entry.start))
      return refused('invalid', 'The end time must be after the start time.', 'timeEnd')
    const ticket = ticketOf(entry.ticket)
    if (locksOf(ticket?.board.id ?? 0).time)
      return refused('invalid', 'Time entries are locked on the service board.', 'chargeToId')
    const status = statusesOf(ticket?.board.id ?? 0).find((one) => one.id === ticket?.status.id)
    if (status?.timeEntryAllowed === false)
      return refused(
        'invalid',
        `Time cannot be entered while the ticket stands on “${status.name}”.`,
        'chargeToId',
      )
    return null
  }

  async function setStatus(change: NewStatus): Promise<WriteResult> {
    const ticket = ticketOf(change.ticket)
    if (ticket === null)
      return await write(change, refused('not_found', `Ticket ${change.ticket.id} not found`), never)
    const status = statusesOf(ticket.board.id).find((one) => one.id === change.status)
    if (status === undefined) {
      const message = `Service Status ${change.status} not found for Service Board ${ticket.board.id}`
      return await write(change, refused('invalid', message, 'status/id'), never)
    }
    return await write(change, null, () => {
      ticket.status = { id: status.id, name: status.name, closed: status.closed }
      Object.assign(ticket, { closed: status.closed, updatedAt: stamp(), updatedBy: world.apiMember })
      return {
        outcome: 'written',
        id: ticket.id,
        ticket: ticket.id,
        author: world.apiMember,
        at: ticket.updatedAt,
      }
    })
  }

  function newest(tickets: Ticket[], limit: number): TicketSummary[] {
    return tickets
      .sort((one, other) => other.id - one.id)
      .slice(0, limit)
      .map(summaryOf)
  }

  return {
    world,
    failNext: faults.failNext,
    commitLate: faults.commitLate,
    verifyMember: (claim: MemberClaim) =>
      read(() => {
        const member = memberOf(claim.memberId)
        const proven = member !== null && member.hash !== null && member.hash === claim.memberHash
        return proven && !member.inactive ? withoutHash(member) : null
      }),
    findMember: (by) =>
      read(() => {
        const found = world.members.filter((member) =>
          'identifier' in by ? sameText(member.identifier, by.identifier) : sameText(member.email, by.email),
        )
        const active = found.filter((member) => !member.inactive)
        const member = active.length > 1 ? undefined : (active[0] ?? found[0])
        return member === undefined ? null : withoutHash(member)
      }),
    ticketUrl: (id) => `https://memory.example/${id.kind}/${id.id}`,
    ticket: (id) => read(() => ticketOf(id)),
    texts: (id) =>
      read(() => {
        if (ticketOf(id) === null) throw new PsaError('invalid', `There is no ticket #${id.id}.`)
        return texts.of(id)
      }),
    text: (of) => read(() => texts.one(of)),
    configurations: (id) =>
      read(() =>
        world.configurations
          .filter((one) => one.tickets.includes(id.id))
          .map(({ tickets: _, ...rest }) => rest),
      ),
    contact: (id) => read(() => world.contacts.find((contact) => contact.id === id) ?? null),
    recentTickets: (of) =>
      read(() => {
        const { configurations: ids } = of
        const linked = world.configurations
          .filter(({ id }) => ids?.includes(id))
          .flatMap(({ tickets }) => tickets)
        const found = world.tickets.filter(
          (ticket) =>
            ticket.kind === 'service' && ticket.company.id === of.company && ticket.id !== of.except,
        )
        const both = found.filter((ticket) => ids === undefined || linked.includes(ticket.id))
        return newest(both, of.limit)
      }),
    findTickets: (query) =>
      read(() =>
        newest(
          world.tickets
            .filter((ticket) => answersTo(ticket, query.text ?? ''))
            .filter(({ company }) => query.companies?.includes(company.id) ?? true),
          query.limit,
        ),
      ),
    boardLocks: (board) => read(() => locksOf(board)),
    statuses: (board) => read(() => statusesOf(board)),
    workTypes: () => read(() => world.workTypes),
    workRoles: () => read(() => world.workRoles),
    timeDefaults: () => read(() => world.timeDefaults),
    addNote: (note) => write(note, noteRefusal(note), () => texts.addNote(note)),
    addTimeEntry: (entry) => write(entry, timeRefusal(entry), () => texts.addTimeEntry(entry)),
    setStatus,
    removeText: (removal) => write(removal, null, () => texts.remove(removal)),
    checkRights: () => read(() => [{ right: 'Everything, in memory', ok: true, advice: '' }]),
  }
}

/** What can come of a write and of a removal alike. */
type NoResult = Extract<RemovalResult, { message: string }>

const unlocked: BoardLocks = { time: false, discussions: false }

function never(): never {
  throw new Error('a refused write was carried out')
}

function refused(reason: 'invalid' | 'not_found', message: string, field?: string): NoResult {
  return { outcome: 'refused', reason, message, ...(field === undefined ? {} : { field }) }
}

function answersTo(ticket: Ticket, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  if (ticket.kind !== 'service') return false
  if (wanted === '') return !ticket.closed
  if (wanted.replace(/^#/, '') === String(ticket.id)) return true
  const { company, contact, summary } = ticket
  return [summary, company.name, company.identifier, contact?.name ?? ''].some((value) =>
    value.toLowerCase().includes(wanted),
  )
}

function summaryOf(ticket: Ticket): TicketSummary {
  const { id, kind, summary, company, board, status, closed, createdAt, updatedAt } = ticket
  return {
    id,
    kind,
    summary,
    company: { id: company.id, name: company.name },
    board: board.name,
    status: status.name,
    closed,
    createdAt,
    updatedAt,
  }
}

function withoutHash({ hash: _, ...member }: PsaMember & { hash: string | null }): PsaMember {
  return member
}

function sameText(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.toLowerCase()
}
