import { Hono } from 'hono'
import { z } from 'zod'
import type { FaultBox } from '../faults/fault-box.ts'
import type { LateCommits } from '../faults/late-commits.ts'
import { latestLateCommit } from '../faults/misbehave.ts'
import { memberByIdentifier } from '../kinds/member.ts'
import { cwTime } from '../world/clock.ts'
import { text } from '../world/row.ts'
import { type MemberHash, nowOf, timeOf, type World } from '../world/world.ts'
import { switchesSchema } from './switches-schema.ts'

/** What the control calls steer. */
export interface ControlDeps {
  world: () => World
  faults: FaultBox
  late: LateCommits
  reset: () => void
  issueHash: (member: string) => MemberHash
}

/** The sandbox's own calls under `/_sandbox`: faults, switches, time, member hashes, and what was written. */
export function controlRoutes(deps: ControlDeps): Hono {
  const app = new Hono()
  const { faults, late } = deps
  // Only a JSON body is taken, so that no foreign web page can send one without its consent.
  app.use('*', async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!reads && !c.req.header('content-type')?.startsWith('application/json'))
      return c.json({ error: 'Send these calls as application/json.' }, 415)
    return next()
  })
  app.get('/state', (c) => c.json(stateOf(deps)))
  app.post('/reset', (c) => {
    deps.reset()
    return c.json(stateOf(deps))
  })
  app.get('/faults', (c) => c.json(faults.list()))
  app.post('/faults', async (c) => c.json(faults.add(await c.req.json()), 201))
  app.delete('/faults', (c) => {
    faults.clear()
    return c.json(faults.list())
  })
  app.delete('/faults/:id', (c) => {
    faults.clear(Number(c.req.param('id')))
    return c.json(faults.list())
  })
  app.get('/misbehave', (c) => c.json({ on: faults.misbehaving, latestLateCommitMs: latestLateCommit }))
  app.post('/misbehave', async (c) => {
    faults.misbehave(z.strictObject({ on: z.boolean() }).parse(await c.req.json()).on)
    return c.json({ on: faults.misbehaving, latestLateCommitMs: latestLateCommit })
  })
  app.get('/switches', (c) => c.json(deps.world().switches))
  app.patch('/switches', async (c) => {
    const changes = switchesSchema.parse(await c.req.json())
    Object.assign(deps.world().switches, changes)
    return c.json(deps.world().switches)
  })
  app.post('/hashes', async (c) => {
    const { member } = z.strictObject({ member: z.string() }).parse(await c.req.json())
    const row = memberByIdentifier(deps.world(), member)
    if (!row) return c.json({ error: `There is no member ${member}.` }, 404)
    const { hash, context } = deps.issueHash(text(row, 'identifier'))
    return c.json({
      site: new URL(c.req.url).origin,
      companyid: deps.world().company,
      memberid: text(row, 'identifier'),
      memberHash: hash,
      memberContext: context,
      memberEmail: text(row, 'officeEmail'),
      codeBase: `${deps.world().switches.codebase}/`,
    })
  })
  app.post('/clock', async (c) => {
    const { seconds } = z.strictObject({ seconds: z.number().min(0) }).parse(await c.req.json())
    deps.world().shift += seconds * 1000
    await late.settle(false)
    return c.json({ now: timeOf(deps.world()) })
  })
  app.post('/settle', async (c) => {
    await late.settle(true)
    return c.json(stateOf(deps))
  })
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    if (error instanceof SyntaxError) return c.json({ error: 'The body is not JSON.' }, 400)
    throw error
  })
  app.notFound((c) => c.json({ error: 'There is no such control call.' }, 404))
  return app
}

function stateOf({ world, faults, late }: ControlDeps): object {
  const { company, switches, writes, mails, seen, hashes } = world()
  return {
    now: cwTime(nowOf(world())),
    company,
    writes,
    mails,
    seen,
    pending: late.list().map((entry) => ({ ...entry, due: cwTime(entry.due) })),
    faults: faults.list(),
    misbehave: faults.misbehaving,
    switches,
    hashes: hashes.length,
  }
}
