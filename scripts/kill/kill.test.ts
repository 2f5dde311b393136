import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '#api/db/db.ts'
import { migrateServer } from '#api/db/migrate-server.ts'
import { openServer } from '#api/db/open-server.ts'
import type { CrashPoint } from '#api/delivery/deliver.ts'
import { sendLimitMs } from '#api/delivery/step-limits.ts'
import { secretKeysSchema } from '#api/environment.ts'
import type { Ticket } from '#api/ports/psa.ts'
import { makeLogins } from '#scripts/postgres/make-logins.ts'
import { startPostgres, type TestServer } from '#scripts/postgres/start-postgres.ts'
import { connectToSandbox } from '#scripts/sandbox/connectwise/connect-to-sandbox.ts'
import { freePort } from '#scripts/serve/free-port.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { seededRandom } from '#shared/sync/testing/virtual-time.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import { createPostingTeam, type PostingTeam } from './posting-team.ts'
import { type KillableApi, startKillable } from './start-killable.ts'

const rounds = Math.min(testRuns(1), 50)
const leaseMs = 2_000
const crashPoints = ['claimed', 'intent committed', 'written'] as const
const secretKeys = `test:${Buffer.alloc(32, 5).toString('base64')}`

let folder: string
let server: TestServer
let db: Db
let sandbox: Awaited<ReturnType<typeof connectToSandbox>>
let team: PostingTeam
let tickets: Ticket[]
let start: (killAt: CrashPoint | null) => KillableApi
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
  const found = await psa.findTickets({ limit: 15 })
  tickets = (await Promise.all(found.map((one) => psa.ticket(one)))).filter((one) => one !== null)
  start = (killAt) => {
    running = startKillable({ databaseUrl: logins.app, port, secretKeys, leaseMs, killAt })
    return running
  }
}, 60_000)

afterAll(async () => {
  await running?.kill()
  await db?.close()
  await sandbox?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/**
 * A note, a time entry and a text that the client can see, each on a ticket that the other moments do not use: a text
 * waits for the earlier ones of its ticket.
 */
function postThree(moment: number, name: string): Promise<PostView[]> {
  const entry = { minutes: 10, workType: null, workRole: null, agreement: null, billable: null }
  const time = { ...entry, start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T09:10:00.000Z' }
  const kinds: Partial<AcceptPost>[] = [{}, { kind: 'time', time }, { audience: 'discussion' }]
  return Promise.all(
    kinds.map((more, n) => {
      const ticket = tickets[moment * kinds.length + n]
      if (ticket === undefined) throw new Error('The sandbox has too few tickets.')
      return team.post(ticket, `${name}, number ${n}: restarted the spooler.`, more)
    }),
  )
}

/** Waits until every post is at an end, no longer than lease, quarantine and half a minute allow. */
async function settled(posts: PostView[]): Promise<PostView[]> {
  const longest = leaseMs + sendLimitMs + 5_000 + 30_000
  const isOpen = ({ state }: PostView) => state === 'waiting' || state === 'sending' || state === 'checking'
  for (const end = Date.now() + longest; ; await sleep(250)) {
    const views = await Promise.all(posts.map(({ id }) => team.view(id)))
    if (!views.some(isOpen)) return views
    expect(Date.now(), `still open: ${JSON.stringify(views.filter(isOpen))}`).toBeLessThan(end)
  }
}

/** Each text on its own ticket once; one that the client can see may be missing where a person is asked. */
async function expectOnce(posts: PostView[]): Promise<void> {
  const texts = (await Promise.all(tickets.map((ticket) => sandbox.psa.texts(ticket)))).map((all, n) => ({
    ticket: tickets[n]?.id,
    all: all.map(({ text }) => text),
  }))
  for (const { state, text, ticket, audience, parts } of posts) {
    const places = texts.flatMap((one) => one.all.flatMap((each) => (each === text ? [one.ticket] : [])))
    if (state === 'needs_you' && audience === 'discussion')
      expect(places, parts[0]?.message ?? '').toEqual([])
    else expect({ state, places }).toEqual({ state: 'posted', places: [ticket.id] })
  }
  const { writes } = await sandbox.steer('GET', '/state')
  const added = Array.isArray(writes) ? writes.filter(({ verb }) => verb === 'create').length : -1
  expect(added).toBe(posts.filter(({ state }) => state === 'posted').length)
}

describe('an API that is killed', () => {
  it(
    'puts every accepted text into its ticket exactly once, wherever it died',
    async () => {
      const random = seededRandom(20)
      const posting: Promise<PostView[]>[] = []
      for (let round = 1; round <= rounds; round += 1) {
        // Whoever posts goes on until it is accepted, by whichever process is there then.
        for (const [moment, point] of crashPoints.entries()) {
          const api = start(point)
          posting.push(postThree(moment, `Round ${round}, ${point}`))
          await api.ended
        }
        const accepting = start(null)
        const accepted = postThree(3, `Round ${round}, accepted`)
        posting.push(accepted)
        await accepted
        await accepting.kill()
        await sandbox.fault('POST /**', { kind: 'reset-after' })
        const unlucky = start(null)
        posting.push(postThree(4, `Round ${round}, at any moment`))
        await unlucky.serving
        await sleep(random() * 2_500)
        await unlucky.kill()
      }
      await start(null).serving
      await expectOnce(await settled((await Promise.all(posting)).flat()))
    },
    rounds * 60_000 + 120_000,
  )
})
