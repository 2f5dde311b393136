import type { NewNote, Psa, Ticket, TicketText, WriteResult } from '#api/ports/psa.ts'
import { PsaError } from '#api/ports/psa.ts'
import type { VirtualTime } from '#shared/sync/testing/virtual-time.ts'

/** How a simulated ticket system misbehaves. */
export interface DeskFaults {
  /** Share of writes that do not go well. */
  rate: number
  /** The latest that a write commits although the client gave up on it, milliseconds. */
  latestCommit: number
  /** Until a committed text can be read, milliseconds. */
  longestLag: number
}

/** A ticket system in virtual time, of which only what deliveries use is there. */
export interface SimulatedDesk {
  psa: Psa
  /** What is in the tickets in the end, read without any fault. */
  texts(): { ticket: number; text: string; author: string }[]
}

type Answer = Extract<WriteResult, { outcome: 'refused' }>

/** Makes one whose every choice comes from `random`. */
export function simulateDesk(time: VirtualTime, random: () => number, faults: DeskFaults): SimulatedDesk {
  const stored: {
    ticket: number
    text: string
    author: string
    at: number
    visibleAt: number
    id: number
  }[] = []
  const takes = (most: number) => new Promise<void>((resolve) => time.after(random() * most, resolve))
  const commit = (note: NewNote): WriteResult => {
    const id = stored.length + 1
    const at = time.now()
    stored.push({
      ticket: note.ticket.id,
      text: note.text,
      author: note.member,
      at,
      visibleAt: at + random() * faults.longestLag,
      id,
    })
    return {
      outcome: 'written',
      id,
      ticket: note.ticket.id,
      author: note.member,
      at: new Date(at).toISOString(),
    }
  }
  const refused = (reason: Answer['reason'], retryAfterSeconds?: number): Answer => ({
    outcome: 'refused',
    reason,
    message: reason,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
  const lost: WriteResult = { outcome: 'ambiguous', message: 'no answer' }

  async function addNote(note: NewNote): Promise<WriteResult> {
    await takes(500)
    if (random() >= faults.rate) return commit(note)
    const kind = random()
    if (kind < 0.3) {
      commit(note)
      await takes(20_000)
      return lost
    }
    if (kind < 0.5) {
      await takes(20_000)
      return lost
    }
    if (kind < 0.75) {
      const after = random() * faults.latestCommit
      time.after(after, () => commit(note))
      await takes(Math.min(after, 20_000))
      return lost
    }
    if (kind < 0.9) return refused('not_sent')
    return refused('rate_limited', Math.ceil(random() * 30))
  }

  async function read<T>(answer: () => T): Promise<T> {
    await takes(300)
    if (random() < faults.rate / 3) throw new PsaError('unavailable', 'no answer')
    return answer()
  }

  const absent = async (): Promise<never> => {
    throw new PsaError('invalid', 'not simulated')
  }
  return {
    texts: () => stored.map(({ ticket, text, author }) => ({ ticket, text, author })),
    psa: {
      ticketUrl: () => '',
      ticket: (id) => read(() => ticketNamed(id.id)),
      texts: (id) =>
        read(() =>
          stored.filter((each) => each.ticket === id.id && each.visibleAt <= time.now()).map(toTicketText),
        ),
      addNote,
      addTimeEntry: absent,
      setStatus: absent,
      verifyMember: absent,
      findMember: absent,
      configurations: absent,
      contact: absent,
      recentTickets: absent,
      findTickets: absent,
      statuses: absent,
      workTypes: absent,
      workRoles: absent,
      timeDefaults: absent,
      checkRights: absent,
    },
  }
}

function toTicketText({
  id,
  text,
  author,
  at,
}: {
  id: number
  text: string
  author: string
  at: number
}): TicketText {
  return {
    kind: 'note',
    id,
    text,
    discussion: false,
    internal: true,
    resolution: false,
    author,
    authorName: author,
    byContact: false,
    createdAt: new Date(at).toISOString(),
  }
}

/** A ticket of that number, open, of company 3. */
export function ticketNamed(id: number): Ticket {
  return {
    id,
    kind: 'service',
    summary: `Ticket ${id}`,
    board: { id: 1, name: 'Help Desk' },
    status: { id: 1, name: 'New', closed: false },
    company: { id: 3, name: 'Acme Dental', identifier: 'AcmeDental' },
    contact: null,
    priority: null,
    type: null,
    subType: null,
    item: null,
    agreement: null,
    owner: null,
    resources: [],
    severity: null,
    impact: null,
    closed: false,
    mergedInto: null,
    parent: null,
    hasChildren: false,
    createdAt: null,
    updatedAt: null,
    updatedBy: null,
    mails: { contact: false, resources: false, cc: null },
  }
}
