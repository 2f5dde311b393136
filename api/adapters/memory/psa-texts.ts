import type {
  NewNote,
  NewTimeEntry,
  RemovalResult,
  TextId,
  TicketId,
  TicketText,
  WriteResult,
} from '../../ports/psa.ts'
import type { MemoryPsaWorld } from './memory-psa.ts'

/** A text and the ticket it stands on. */
export type StoredText = TicketText & { ticket: number }

/** The texts of a memory world: read in order, added with ids of their own, one range for notes and one for time. */
export function createTextStore(world: MemoryPsaWorld, now: () => number) {
  function of(ticket: TicketId): TicketText[] {
    return world.texts
      .filter((text) => text.ticket === ticket.id)
      .sort((one, other) => at(one) - at(other) || one.id - other.id)
      .map(({ ticket: _, ...text }) => text)
  }

  function add(kind: TicketText['kind'], written: NewNote | NewTimeEntry): WriteResult {
    const ids = world.texts.filter((text) => text.kind === kind).map((text) => text.id)
    const id = Math.max(0, ...ids) + 1
    const createdAt = new Date(now()).toISOString().replace(/\.\d{3}Z$/, 'Z')
    const author = world.members.find(
      (member) => member.identifier.toLowerCase() === written.member.toLowerCase(),
    )
    const identifier = author?.identifier ?? world.apiMember
    world.texts.push({
      ticket: written.ticket.id,
      kind,
      id,
      text: written.text,
      ...written.show,
      author: identifier,
      authorName: author?.name ?? null,
      byContact: false,
      createdAt,
    })
    return { outcome: 'written', id, ticket: written.ticket.id, author: identifier, at: createdAt }
  }

  const placeOf = ({ ticket, kind, id }: TextId) =>
    world.texts.findIndex((text) => text.ticket === ticket.id && text.kind === kind && text.id === id)

  function one(wanted: TextId): TicketText | null {
    const found = world.texts[placeOf(wanted)]
    if (found === undefined) return null
    const { ticket: _, ...text } = found
    return text
  }

  function remove(wanted: TextId): RemovalResult {
    const place = placeOf(wanted)
    if (place < 0) return { outcome: 'refused', reason: 'not_found', message: `Text ${wanted.id} not found` }
    world.texts.splice(place, 1)
    return { outcome: 'removed' }
  }

  return {
    of,
    one,
    remove,
    addNote: (note: NewNote) => add('note', note),
    addTimeEntry: (entry: NewTimeEntry) => add('time', entry),
  }
}

function at(text: TicketText): number {
  return text.createdAt === null ? 0 : Date.parse(text.createdAt)
}
