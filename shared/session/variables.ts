import type { Session, SessionHeader } from './session.ts'

/** The value of a variable by its full name, such as `company.name` or `input.ping`; undefined where missing. */
export type Lookup = (name: string) => string | undefined

/**
 * Reads a session's variables: facts of the ticket as they were at the start, and captured inputs.
 * `fresh` holds inputs that are about to be captured. A blank value counts as missing.
 */
export function lookupIn(session: Session, fresh: Record<string, string> = {}): Lookup {
  return (name) => {
    const value = name.startsWith('input.')
      ? inputNamed(name.slice('input.'.length), session, fresh)
      : factNamed(name, session.header)
    return value?.trim() ? value : undefined
  }
}

/** Every variable that has a value, by its full name: what texts are filled from. */
export function variablesOf(session: Session): Record<string, string> {
  const all: Record<string, string> = { ...ticketFacts(session.header), ...session.header.facts }
  for (const [name, { value }] of Object.entries(session.values)) all[`input.${name}`] = value
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim()))
}

function inputNamed(name: string, session: Session, fresh: Record<string, string>): string | undefined {
  if (Object.hasOwn(fresh, name)) return fresh[name]
  return Object.hasOwn(session.values, name) ? session.values[name]?.value : undefined
}

function factNamed(name: string, header: SessionHeader): string | undefined {
  if (Object.hasOwn(header.facts, name)) return header.facts[name]
  const ticket = ticketFacts(header)
  return Object.hasOwn(ticket, name) ? ticket[name] : undefined
}

function ticketFacts({ ticket }: SessionHeader): Record<string, string> {
  return {
    'ticket.number': String(ticket.id),
    'ticket.summary': ticket.summary,
    'company.name': ticket.company.name,
  }
}
