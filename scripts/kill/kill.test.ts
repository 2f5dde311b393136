import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Db } from '#api/db/db.ts'
import { migrateServer } from '#api/db/migrate-server.ts'
import { openServer } from '#api/db/open-server.ts'
import { sendLimitMs } from '#api/delivery/step-limits.ts'
import { secretKeysSchema } from '#api/environment.ts'
import { controlSandbox, type SandboxControl } from '#scripts/e2e/sandbox-control.ts'
import { makeLogins } from '#scripts/postgres/make-logins.ts'
import { startPostgres, type TestServer } from '#scripts/postgres/start-postgres.ts'
import { connectToSandbox } from '#scripts/sandbox/connectwise/connect-to-sandbox.ts'
import { freePort } from '#scripts/serve/free-port.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { seededRandom } from '#shared/sync/testing/virtual-time.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { createPostingTeam, type PostingTeam, quarantineSeconds } from './posting-team.ts'
import { type KillableApi, type KillPoint, startKillable } from './start-killable.ts'

/** Deaths at moments drawn by seed, beside those at the named points. */
const deaths = Math.min(testRuns(6), 200)
const leaseMs = 1_500
const longestTransaction = 45
const crashPoints = ['claimed', 'intent committed', 'written'] as const
/** ConnectWise's calls that put a text into a ticket. */
const writes = ['POST /service/tickets/*/notes', 'POST /time/entries']
const secretKeys = `test:${Buffer.alloc(32, 5).toString('base64')}`

interface PostedOn {
  post: string
  ticket: number
}

let folder: string
let server: TestServer
let db: Db
let desk: SandboxControl
let sandbox: Awaited<ReturnType<typeof connectToSandbox>>
let team: PostingTeam
/** Records made in the sandbox before anything is posted, and tickets since. */
let createdBefore: number
let start: (killAt: KillPoint | null) => KillableApi
let running: KillableApi | null = null

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  server = await startPostgres(path.join(folder, 'data'))
  const logins = await makeLogins(server.url)
  await migrateServer(logins.owner)
  db = openServer(logins.app, 2)
  sandbox = await connectToSandbox()
  const port = await freePort()
  const { psa, connection } = sandbox
  team = await createPostingTeam({
    db,
    psa,
    connection,
    secretKeys: secretKeysSchema.parse(secretKeys),
    url: `http://127.0.0.1:${port}`,
    member: 'mrivera',
  })
  desk = controlSandbox(connection.uiUrl)
  start = (killAt) => {
    running = startKillable({ databaseUrl: logins.app, port, secretKeys, leaseMs, killAt })
    return running
  }
  createdBefore = await creations()
}, 60_000)

afterAll(async () => {
  await running?.kill()
  await db?.close()
  await sandbox?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A note, a time entry and a text that the client can see, each on a ticket of its own. */
function postThree(name: string): Promise<PostedOn[]> {
  const entry = { minutes: 10, workType: null, workRole: null, agreement: null, billable: null }
  const time = { ...entry, start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T09:10:00.000Z' }
  const kinds: Partial<AcceptPost>[] = [{}, { kind: 'time', time }, { audience: 'discussion' }]
  return Promise.all(
    kinds.map(async (more, n) => {
      const ticket = await sandbox.psa.ticket({ id: await desk.newTicket(), kind: 'service' })
      if (ticket === null) throw new Error('The new ticket is not there.')
      created += 1
      const post = await team.post(ticket, `${name}, number ${n}: restarted the spooler.`, more)
      return { post: post.id, ticket: ticket.id }
    }),
  )
}
let created = 0

/** Waits until every post is at an end, no longer than lease, quarantine and half a minute allow. */
function settled(posts: PostedOn[]): Promise<PostView[]> {
  const isOpen = ({ state }: PostView) => state === 'waiting' || state === 'sending' || state === 'checking'
  return vi.waitFor(
    async () => {
      const views = await Promise.all(posts.map(({ post }) => team.view(post)))
      expect(views.filter(isOpen)).toEqual([])
      return views
    },
    { timeout: leaseMs + sendLimitMs + 5_000 + 30_000, interval: 200 },
  )
}

/**
 * A process that was killed puts no byte on the wire any more: the quarantine of what it left behind counts from now,
 * not from the moment at which a living one could no longer write either.
 */
async function nothingIsOnItsWay(): Promise<void> {
  await db.asTeam(team.id, (tx) =>
    tx.execute(sql`
      update delivery set
        quarantine_until = least(quarantine_until, now() + make_interval(secs => ${quarantineSeconds})),
        due_at = least(due_at, now() + make_interval(secs => ${quarantineSeconds}))
      where state in ('sending', 'checking')`),
  )
}

/** Each text on its own ticket once; one that the client can see may be missing where a person is asked. */
async function expectOnce(posted: PostedOn[], views: PostView[]): Promise<void> {
  const texts = await Promise.all(
    posted.map(async ({ ticket }) => ({
      ticket,
      all: (await sandbox.psa.texts({ id: ticket, kind: 'service' })).map(({ text }) => text),
    })),
  )
  for (const { id, state, text, audience, parts } of views) {
    const own = posted.find(({ post }) => post === id)?.ticket
    const places = texts.flatMap((one) => one.all.flatMap((each) => (each === text ? [one.ticket] : [])))
    if (state === 'needs_you' && audience === 'discussion')
      expect(places, parts[0]?.message ?? '').toEqual([])
    else expect({ state, places }).toEqual({ state: 'posted', places: [own] })
  }
  const added = (await creations()) - createdBefore - created
  expect(added).toBe(views.filter(({ state }) => state === 'posted').length)
}

/** How many records were made over the sandbox's API. */
async function creations(): Promise<number> {
  const { writes: all } = await sandbox.steer('GET', '/state')
  return Array.isArray(all) ? all.filter(({ verb }) => verb === 'create').length : -1
}

describe('an API that is killed', () => {
  it(
    'puts every accepted text into its ticket exactly once, wherever it died',
    async () => {
      const random = seededRandom(20)
      const posting: Promise<PostedOn[]>[] = []
      // Whoever posts goes on until it is accepted, by whichever process is there then.
      for (const point of crashPoints) {
        const api = start(point)
        posting.push(postThree(point))
        await api.ended
      }
      const accepting = start(null)
      const accepted = postThree('accepted')
      posting.push(accepted)
      await accepted
      await accepting.kill()
      for (let death = 1; death <= deaths; death += 1) {
        const lost = writes[Math.floor(random() * (writes.length + 1))]
        if (lost !== undefined) await sandbox.fault(lost, { kind: 'reset-after' })
        const transaction = 1 + Math.floor(random() * longestTransaction)
        const unlucky = start({ transaction, committed: random() < 0.5 })
        const posts = postThree(`transaction ${transaction}`)
        posting.push(posts)
        // Where everything was done in fewer transactions, it dies at rest.
        await Promise.race([unlucky.ended, posts.then(settled)])
        await unlucky.kill()
      }
      await nothingIsOnItsWay()
      await start(null).serving
      const posted = (await Promise.all(posting)).flat()
      await expectOnce(posted, await settled(posted))
    },
    deaths * 20_000 + 180_000,
  )
})
