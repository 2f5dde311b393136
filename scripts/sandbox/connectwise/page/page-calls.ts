import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Desk, DeskMember, TicketChanges } from './desk/desk.ts'

/** What the calls need beside the desk: the figure to show, and who is signed in in this browser. */
export interface PageSession {
  quarantineSeconds: number | null
  memberOf(c: Context): DeskMember | undefined
  remember(c: Context, identifier: string): void
}

const id = z.number().int()
const changes = z.strictObject({
  summary: z.string().optional(),
  status: id.optional(),
  type: id.nullable().optional(),
  subType: id.nullable().optional(),
  item: id.nullable().optional(),
  priority: id.optional(),
})
const note = z.strictObject({
  text: z.string(),
  discussion: z.boolean(),
  internal: z.boolean(),
  resolution: z.boolean(),
  emailContact: z.boolean(),
  emailResources: z.boolean(),
  emailCc: z.boolean(),
})
const time = note.extend({
  start: z.string(),
  end: z.string(),
  workType: id.nullable(),
  workRole: id.nullable(),
  billable: z.enum(['Billable', 'DoNotBill', 'NoCharge']),
})
const signIn = z.object({ member: z.string() })

/** The calls that the web client's own script makes. They stand for ConnectWise's private ones: no API, no keys. */
export function pageCalls(desk: Desk, session: PageSession): Hono {
  const app = new Hono()
  const me = (c: Context) => session.memberOf(c)
  const start = (member: DeskMember | undefined) => ({
    company: desk.company(),
    codebase: desk.codebase(),
    member,
    members: desk.members(),
    quarantineSeconds: session.quarantineSeconds,
  })

  // A JSON body cannot be sent from another site without its consent, which is never given here.
  app.use('*', async (c, next) => {
    if (c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')) {
      return c.text('Only JSON is taken here.', 415)
    }
    if (!me(c)) return c.text('The sandbox has no member to sign in as.', 503)
    c.header('cache-control', 'no-store')
    return next()
  })

  app.get('/start', (c) => c.json(start(me(c))))
  app.post('/sign-in', async (c) => {
    const body = signIn.safeParse(await json(c))
    const member = desk.members().find((one) => one.identifier === body.data?.member)
    if (!member) return c.text('There is no such member to sign in as.', 404)
    session.remember(c, member.identifier)
    return c.json(start(member))
  })
  app.get('/tickets', (c) => c.json(desk.tickets()))
  app.get('/companies/:id', (c) => {
    const company = desk.companyScreen(Number(c.req.param('id')))
    return company ? c.json(company) : c.text('There is no such company.', 404)
  })
  app.get('/tickets/:kind/:id', (c) => {
    const key = keyOf(c)
    const ticket = desk.ticket(key)
    if (!ticket) return c.text(`There is no ${key.kind} ticket #${c.req.param('id')}.`, 404)
    return c.json({ ticket, hosted: desk.hostedSetups(key.kind) })
  })
  app.post('/tickets/:kind/:id/save', async (c) => {
    const body = changes.safeParse(await json(c))
    if (!body.success) return c.text('The changes could not be read.', 400)
    return c.json(desk.saveTicket(keyOf(c), present(body.data), me(c)?.identifier ?? ''))
  })
  app.post('/tickets/:kind/:id/notes', async (c) => {
    const body = note.safeParse(await json(c))
    if (!body.success) return c.text('The note could not be read.', 400)
    return c.json(desk.addNote(keyOf(c), body.data, me(c)?.identifier ?? ''))
  })
  app.post('/tickets/:kind/:id/time', async (c) => {
    const body = time.safeParse(await json(c))
    if (!body.success) return c.text('The time entry could not be read.', 400)
    return c.json(desk.addTime(keyOf(c), body.data, me(c)?.identifier ?? ''))
  })
  return app
}

function keyOf(c: Context): { id: number; kind: 'service' | 'project' } {
  return { id: Number(c.req.param('id')), kind: c.req.param('kind') === 'project' ? 'project' : 'service' }
}

async function json(c: Context): Promise<unknown> {
  return c.req.json().catch(() => null)
}

function present(data: z.infer<typeof changes>): TicketChanges {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}
