import { cwTime } from '../world/clock.ts'
import { guid, seededRandom } from '../world/random.ts'
import type { JsonObject, Row } from '../world/row.ts'
import { nowOf, put, rowsOf, type World } from '../world/world.ts'
import { seedCompanies } from './companies.ts'
import { sowDesk } from './sow-desk.ts'
import { sowCompanies, sowConfigurations, sowMembers } from './sow-people.ts'
import { sowTicket } from './sow-ticket.ts'
import { closedTickets } from './tickets-closed.ts'
import { messyTickets } from './tickets-messy.ts'
import { moreTickets } from './tickets-more.ts'
import { clearTickets } from './tickets-open.ts'

/** Helpers while the seed is laid out: times before the start, look-ups by name. */
export interface Sower {
  world: World
  /** ConnectWise time so many hours before the start. */
  ago: (hours: number) => string
  /** Finds a row by the value of one field. Throws where the seed names something that is not there. */
  find: (table: string, field: string, value: string, pass?: (row: Row) => boolean) => Row
  put: (table: string, fields: JsonObject, at?: { id?: number; time?: string; by?: string }) => Row
  guid: () => string
}

/** Fills an empty world with the demo's desk. The same seed and start give the same world. */
export function sow(world: World): void {
  const start = nowOf(world)
  const random = seededRandom(20251)
  const ago = (hours: number) => cwTime(start - Math.round(hours * 3600) * 1000)
  const longAgo = ago(24 * 400)
  const sower: Sower = {
    world,
    ago,
    find(table, field, value, pass = () => true) {
      const row = rowsOf(world, table, (candidate) => candidate.fields[field] === value && pass(candidate))[0]
      if (!row) throw new Error(`The seed names ${table} "${value}", which does not exist.`)
      return row
    },
    put: (table, fields, at = {}) =>
      put(world, table, fields, at.by ?? 'apetrov', {
        time: longAgo,
        ...(at.id === undefined ? {} : { id: at.id }),
        ...(at.time === undefined ? {} : { time: at.time }),
      }),
    guid: () => guid(random),
  }
  sowDesk(sower)
  sowMembers(sower)
  sowCompanies(sower, seedCompanies)
  sowConfigurations(sower)
  for (const ticket of [...closedTickets, ...messyTickets, ...clearTickets, ...moreTickets])
    sowTicket(sower, ticket)
}
