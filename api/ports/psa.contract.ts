import { afterEach, describe, expect, it } from 'vitest'
import { type Psa, PsaError, type TicketId } from './psa.ts'
import { psaRemovalContract } from './psa-removal.contract.ts'
import { psaWriteContract } from './psa-write.contract.ts'

/** What a write can meet on its way, as both adapters can be made to meet it. */
export type ContractFault =
  | 'not sent'
  | 'rate limited'
  | 'refused'
  | 'reset before commit'
  | 'reset after commit'
  | 'read unavailable'

/** One ticket system under test, and where its records are. */
export interface PsaContractWorld {
  psa: Psa
  /** An open service ticket with a contact, at least one text and one configuration, on a board with statuses. */
  ticket: TicketId
  /** Another open service ticket of the same company; shares no configuration with `ticket`. */
  sibling: TicketId
  /** An id that no ticket has. */
  missing: number
  /** An active member, a hash that proves them, and one inactive. */
  member: { identifier: string; email: string; hash: string; context?: string }
  inactiveMember: string
  /** On the ticket's board: any other status, one that closes, one that forbids time; and one of another board. */
  statuses: { other: number; closing: number; noTime: number; foreign: number }
  /**
   * The next call of that sort meets the fault: a read, a removal, or any other write. A read meets it however often
   * the adapter repeats it, until `mend`.
   */
  failNext(fault: ContractFault, by?: 'removal'): Promise<void>
  /** Nothing fails any more. */
  mend(): Promise<void>
  close(): Promise<void>
}

/** What every adapter of the port keeps. `start` makes a fresh world for each test. */
export function psaContract(name: string, start: () => Promise<PsaContractWorld>): void {
  let world: PsaContractWorld | null = null
  const fresh = async () => {
    world = await start()
    return world
  }
  afterEach(async () => {
    await world?.close()
    world = null
  })

  describe(`${name}: members`, () => {
    it('knows whose a hash is, whatever the case of the name', async () => {
      const { psa, member } = await fresh()
      const claim = {
        memberId: member.identifier.toUpperCase(),
        memberHash: member.hash,
        memberContext: member.context,
      }
      expect(await psa.verifyMember(claim)).toMatchObject({ identifier: member.identifier, inactive: false })
    })

    it('takes no hash for another member, no wrong hash and no empty one', async () => {
      const { psa, member, inactiveMember } = await fresh()
      for (const [memberId, memberHash] of [
        [inactiveMember, member.hash],
        [member.identifier, `${member.hash}x`],
        [member.identifier, ''],
        ['nobody', member.hash],
        [`${member.identifier}; memberId=boss`, member.hash],
      ] as const) {
        expect(await psa.verifyMember({ memberId, memberHash, memberContext: member.context })).toBeNull()
      }
    })

    it('finds a member by identifier and by address, ignoring case, and nobody by a pattern', async () => {
      const { psa, member, inactiveMember } = await fresh()
      const found = await psa.findMember({ identifier: member.identifier.toUpperCase() })
      expect(found).toMatchObject({ identifier: member.identifier, inactive: false })
      expect(await psa.findMember({ email: member.email.toUpperCase() })).toMatchObject({ id: found?.id })
      expect(await psa.findMember({ identifier: inactiveMember })).toMatchObject({ inactive: true })
      for (const pattern of [
        '*',
        '%',
        '',
        '" or id>0 or identifier="',
        `${member.identifier.slice(0, 2)}*`,
      ]) {
        expect(await psa.findMember({ identifier: pattern })).toBeNull()
        expect(await psa.findMember({ email: pattern })).toBeNull()
      }
    })
  })

  describe(`${name}: reading a ticket`, () => {
    it('gives the ticket, its contact and its configurations', async () => {
      const { psa, ticket } = await fresh()
      const found = await psa.ticket(ticket)
      expect(found).toMatchObject({ ...ticket, closed: false, mergedInto: null })
      expect(found?.summary).not.toBe('')
      expect(found?.company.identifier).not.toBe('')
      expect(Date.parse(found?.createdAt ?? '')).not.toBeNaN()
      expect(await psa.contact(found?.contact?.id ?? 0)).toMatchObject({ id: found?.contact?.id })
      const configurations = await psa.configurations(ticket)
      expect(configurations.length).toBeGreaterThan(0)
      expect(JSON.stringify(configurations)).not.toMatch(/question|password/i)
    })

    it('knows no ticket, contact or texts that are not there', async () => {
      const { psa, missing, ticket } = await fresh()
      expect(await psa.ticket({ id: missing, kind: 'service' })).toBeNull()
      expect(await psa.ticket({ id: ticket.id, kind: 'project' })).toBeNull()
      expect(await psa.contact(missing)).toBeNull()
      await expect(psa.texts({ id: missing, kind: 'service' })).rejects.toBeInstanceOf(PsaError)
    })

    it('gives every text, oldest first', async () => {
      const { psa, ticket } = await fresh()
      const before = await psa.texts(ticket)
      expect(before.length).toBeGreaterThan(0)
      const times = before.map((text) => Date.parse(text.createdAt ?? ''))
      expect(times).toEqual([...times].sort((one, other) => one - other))
    })

    it('opens at an address that names the ticket', async () => {
      const { psa, ticket } = await fresh()
      expect(psa.ticketUrl(ticket)).toContain(String(ticket.id))
    })

    it('throws what a person can be told, and reads again the next time', async () => {
      const { psa, ticket, failNext, mend } = await fresh()
      await psa.ticket(ticket)
      await failNext('read unavailable')
      await expect(psa.texts(ticket)).rejects.toMatchObject({ name: 'PsaError', reason: 'unavailable' })
      await mend()
      expect(await psa.texts(ticket)).not.toHaveLength(0)
    })
  })

  describe(`${name}: finding tickets`, () => {
    it('lists the company’s other tickets, newest first, no more than asked for', async () => {
      const { psa, ticket, sibling } = await fresh()
      const company = (await psa.ticket(ticket))?.company.id ?? 0
      const found = await psa.recentTickets({ company, except: ticket.id, limit: 50 })
      expect(found.map(({ id }) => id)).toContain(sibling.id)
      expect(found.map(({ id }) => id)).not.toContain(ticket.id)
      expect(new Set(found.map((one) => one.company.id))).toEqual(new Set([company]))
      const ids = found.map(({ id }) => id)
      expect(ids).toEqual([...ids].sort((one, other) => other - one))
      expect(await psa.recentTickets({ company, except: ticket.id, limit: 1 })).toEqual(found.slice(0, 1))
    })

    it('narrows to configurations where any are given', async () => {
      const { psa, ticket, sibling, missing } = await fresh()
      const company = (await psa.ticket(ticket))?.company.id ?? 0
      const [configuration] = await psa.configurations(ticket)
      const found = await psa.recentTickets({
        company,
        configurations: [configuration?.id ?? 0, missing],
        except: sibling.id,
        limit: 50,
      })
      expect(found.map(({ id }) => id)).toContain(ticket.id)
      const others = await psa.recentTickets({
        company,
        configurations: [configuration?.id ?? 0, missing],
        except: ticket.id,
        limit: 50,
      })
      expect(others.map(({ id }) => id)).not.toContain(sibling.id)
      const none = { company, configurations: [], except: sibling.id, limit: 50 }
      expect(await psa.recentTickets(none)).toEqual([])
    })

    it('finds by number, by words of the summary and by company, and takes any text', async () => {
      const { psa, ticket } = await fresh()
      const known = await psa.ticket(ticket)
      const words = known?.summary.split(' ').slice(0, 2).join(' ').toUpperCase() ?? ''
      for (const text of [String(ticket.id), `#${ticket.id}`, words, known?.company.name ?? '']) {
        const found = await psa.findTickets({ text, limit: 100 })
        expect(found.map(({ id }) => id)).toContain(ticket.id)
      }
      for (const text of ['"', '" or id>0 or summary="', '\\', "'", '[', ')', 'C:\\dir\\"x"']) {
        expect(await psa.findTickets({ text, limit: 100 })).toEqual([])
      }
      const open = await psa.findTickets({ limit: 100 })
      expect(open.map(({ id }) => id)).toContain(ticket.id)
      expect(open.some((one) => one.closed)).toBe(false)
    })
  })

  describe(`${name}: finding tickets of some companies`, () => {
    it('finds theirs and nobody else’s, whatever is searched for', async () => {
      const { psa, ticket, missing } = await fresh()
      const company = (await psa.ticket(ticket))?.company.id ?? 0
      for (const text of [undefined, String(ticket.id)]) {
        const query = { ...(text !== undefined && { text }), limit: 100 }
        const theirs = await psa.findTickets({ ...query, companies: [company, missing] })
        expect(theirs.map(({ id }) => id)).toContain(ticket.id)
        expect(new Set(theirs.map((one) => one.company.id))).toEqual(new Set([company]))
        expect(await psa.findTickets({ ...query, companies: [missing] })).toEqual([])
        expect(await psa.findTickets({ ...query, companies: [] })).toEqual([])
      }
    })
  })

  describe(`${name}: choices`, () => {
    it('tells what a board forbids', async () => {
      const { psa, ticket } = await fresh()
      const board = (await psa.ticket(ticket))?.board.id ?? 0
      expect(await psa.boardLocks(board)).toEqual({ time: false, discussions: false })
    })

    it('gives a board’s statuses with what they forbid', async () => {
      const { psa, ticket, statuses } = await fresh()
      const found = await psa.statuses((await psa.ticket(ticket))?.board.id ?? 0)
      const by = (id: number) => found.find((status) => status.id === id)
      expect(by(statuses.other)).toMatchObject({ closed: false })
      expect(by(statuses.closing)).toMatchObject({ closed: true })
      expect(by(statuses.noTime)).toMatchObject({ timeEntryAllowed: false })
      expect(by(statuses.foreign)).toBeUndefined()
    })

    it('gives work types, work roles, and what would be filled in', async () => {
      const { psa, ticket, member } = await fresh()
      const [types, roles] = [await psa.workTypes(), await psa.workRoles()]
      expect([types.length > 0, roles.length > 0]).toEqual([true, true])
      const defaults = await psa.timeDefaults({
        ticket,
        member: member.identifier,
        start: '2026-01-05T14:00:00.000Z',
      })
      expect(roles.map(({ id }) => id)).toContain(defaults.workRole?.id)
      expect(types.map(({ id }) => id)).toContain(defaults.workType?.id)
    })

    it('names the rights that the product needs', async () => {
      const { psa } = await fresh()
      const checks = await psa.checkRights()
      expect(checks.length).toBeGreaterThan(0)
      expect(checks.filter((check) => !check.ok)).toEqual([])
    })
  })

  psaWriteContract(name, fresh)
  psaRemovalContract(name, fresh)
}
