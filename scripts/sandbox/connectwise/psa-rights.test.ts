import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import type { HttpRequest, Send } from '#api/adapters/connectwise/send.ts'
import type { Psa, TicketId } from '#api/ports/psa.ts'
import { connectToSandbox } from './connect-to-sandbox.ts'

let asked: string[] = []
const nameOf = ({ method, url }: HttpRequest) =>
  `${method} ${url.pathname.replace(/^.*\/apis\/3\.0/, '').replace(/\d+/g, '*')}`
const noting =
  (send: Send): Send =>
  (request) => {
    asked.push(nameOf(request))
    return send(request)
  }

type Connected = Awaited<ReturnType<typeof connectToSandbox>>
let connected: Connected
beforeAll(async () => {
  connected = await connectToSandbox({ through: noting })
})
afterAll(() => connected.close())

const start = '2026-01-05T14:00:00Z'
const noteOn = (ticket: TicketId) => ({
  ticket,
  text: 'Restarted the spooler.',
  show: { discussion: false, internal: true, resolution: false },
  member: 'mrivera',
  notify: false,
})
const timeOn = (ticket: TicketId) => ({
  ...noteOn(ticket),
  start,
  end: '2026-01-05T14:30:00Z',
  breakMinutes: 0,
  workType: null,
  workRole: null,
  agreement: null,
  billable: null,
})
const statusOf = (ticket: TicketId) => (ticket.kind === 'service' ? 103 : 904)

/** Each thing the product asks of ConnectWise, done once; the compiler misses one that is not here. */
const everything: Record<keyof Psa, (psa: Psa, ticket: TicketId) => unknown> = {
  verifyMember: async (psa) => psa.verifyMember(await connected.claimOf('mrivera')),
  findMember: (psa) => psa.findMember({ email: 'nobody@example.com' }),
  ticketUrl: (psa, ticket) => psa.ticketUrl(ticket),
  ticket: (psa, ticket) => psa.ticket(ticket),
  texts: async (psa, ticket) => {
    await psa.texts(ticket)
    await connected.switches({ allNotes: false })
    await psa.texts(ticket)
    await connected.switches({ allNotes: true })
  },
  configurations: async (psa) => {
    await psa.configurations({ id: 26251, kind: 'service' })
    await psa.configurations({ id: 26300, kind: 'project' })
  },
  contact: (psa) => psa.contact(1201),
  recentTickets: (psa) => psa.recentTickets({ company: 250, except: 26251, limit: 5 }),
  findTickets: (psa) => psa.findTickets({ text: 'outlook', limit: 5 }),
  boardLocks: (psa) => psa.boardLocks(1),
  statuses: (psa) => psa.statuses(1),
  workTypes: (psa) => psa.workTypes(),
  workRoles: (psa) => psa.workRoles(),
  timeDefaults: (psa, ticket) => psa.timeDefaults({ ticket, member: 'mrivera', start }),
  addNote: (psa, ticket) => psa.addNote(noteOn(ticket)),
  addTimeEntry: (psa, ticket) => psa.addTimeEntry(timeOn(ticket)),
  setStatus: (psa, ticket) => psa.setStatus({ ticket, status: statusOf(ticket), notify: false }),
  checkRights: () => undefined,
  // Removing one of two is a help only: where the right is missing, the technician is told to do it there.
  text: () => undefined,
  removeText: () => undefined,
}

/** Signing a member in goes by the member's own hash, and the codebase is told to everybody. */
const needsNoRight = ['GET /system/myMembers/info', 'GET /login/companyinfo/ridgeline']
/** Asked only to find a record to try things on. */
const asksForSamples = ['GET /service/boards', 'GET /company/contacts', 'GET /project/tickets']

async function callsOf(act: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await act()
  return [...new Set(asked)].filter((call) => !needsNoRight.includes(call)).sort()
}

const productCalls = () =>
  callsOf(async () => {
    const psa = connectWisePsa(connected.connection, connected.deps)
    for (const ticket of [
      { id: 26251, kind: 'service' },
      { id: 26300, kind: 'project' },
    ] as const)
      for (const act of Object.values(everything)) await act(psa, ticket)
  })

describe('the rights that are tried before a team connects', () => {
  it('are those of every call that the product makes, and of no other', async () => {
    const made = await productCalls()
    const tried = await callsOf(() => connected.psa.checkRights())
    expect(made.length).toBeGreaterThan(15)
    expect(tried.filter((call) => !asksForSamples.includes(call))).toEqual(made)
  })

  it('are found missing one by one, and the advice says where to give them', async () => {
    for (const call of await productCalls()) {
      await connected.switches({ denied: [call] })
      const lost = (await connected.psa.checkRights()).filter(({ ok }) => !ok)
      expect([call, lost.length > 0]).toEqual([call, true])
      for (const { advice } of lost) expect(advice).toContain('→')
    }
    await connected.switches({ denied: [] })
  })

  it('leave nothing behind in ConnectWise', async () => {
    await connected.steer('POST', '/reset')
    await connected.psa.checkRights()
    expect((await connected.steer('GET', '/state')).writes).toEqual([])
  })

  it('do not keep a team from connecting that has no project tickets', async () => {
    await connected.switches({ denied: ['* /project/**'] })
    const lost = (await connected.psa.checkRights()).filter(({ ok }) => !ok)
    await connected.switches({ denied: [] })
    expect(lost.map(({ onlyFor }) => onlyFor)).toEqual(Array(3).fill('project tickets'))
  })
})
