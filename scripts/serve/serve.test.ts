import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { composeApi } from '#api/compose.ts'
import { openServer } from '#api/db/open-server.ts'
import { secretKeysSchema } from '#api/environment.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { createTokens } from '#api/tokens/tokens.ts'
import { type Logins, makeLogins } from '#scripts/postgres/make-logins.ts'
import { startPostgres, type TestServer } from '#scripts/postgres/start-postgres.ts'
import { freePort } from './free-port.ts'
import { type Process, startProcess } from './start-process.ts'

const publicUrl = 'https://flow.example.com'
const keys = `test:${Buffer.alloc(32, 9).toString('base64')}`

let folder: string
let server: TestServer
let logins: Logins
let port: number
const started: Process[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  server = await startPostgres(path.join(folder, 'data'))
  logins = await makeLogins(server.url)
  port = await freePort()
}, 60_000)
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.signal('SIGKILL')
    await one.ended
  }
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

function serve(more: Record<string, string> = {}): Process {
  const one = startProcess('api/server.ts', {
    PORT: String(port),
    DATABASE_URL: logins.app,
    PUBLIC_URL: publicUrl,
    RESOLUTIONFLOW_SECRET_KEYS: keys,
    ...more,
  })
  started.push(one)
  return one
}
const migrate = () => startProcess('api/migrate.ts', { DATABASE_MIGRATION_URL: logins.owner }).ended
const ask = (route: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${route}`, { headers })
const inDatabase = (login: string) => Object.assign(new URL(login), { pathname: '/resolutionflow' }).href

/** Waits for what a condition says, as long as the test may take. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('migrating', () => {
  it('says what is missing', async () => {
    const { code, output } = await startProcess('api/migrate.ts', {}).ended
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('DATABASE_MIGRATION_URL is missing'),
    })
  })
})

describe('serving in production', () => {
  it('is refused before the database is migrated, and again after a migration is missing', async () => {
    const { code, output } = await serve().ended
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('npm run migrate') })
    expect(await migrate()).toEqual({ code: 0, output: 'The database is up to date.\n' })
    expect(await migrate()).toEqual({ code: 0, output: 'The database is up to date.\n' })
    const client = postgres(inDatabase(server.url), { max: 1 })
    const change = (by: number) => client`
      update drizzle.__drizzle_migrations set created_at = created_at + ${by}
      where id = (select max(id) from drizzle.__drizzle_migrations)`
    await change(-1)
    expect(await serve().ended).toMatchObject({ code: 1, output: expect.stringContaining('npm run migrate') })
    await change(1)
    await client.end()
  })

  it('names every setting that is missing or wrong', async () => {
    const [nothing, wrong] = await Promise.all([
      startProcess('api/server.ts', {}).ended,
      serve({ PUBLIC_URL: 'http://flow.example.com', RESOLUTIONFLOW_SECRET_KEYS: 'a:b' }).ended,
    ])
    expect(nothing.code).toBe(1)
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'RESOLUTIONFLOW_SECRET_KEYS'])
      expect(nothing.output).toMatch(new RegExp(`${name} is missing`))
    expect(wrong).toEqual({ code: 1, output: expect.stringMatching(/https:\/\/[\s\S]*32 bytes/) })
  })

  it('is refused to logins that would not keep teams apart, or that the database does not know', async () => {
    const refusals: [string, string][] = [
      [inDatabase(server.url), 'can bypass row security'],
      [logins.owner, 'owns tables'],
      [logins.app.replace('app-password', 'wrong'), 'does not answer'],
    ]
    const ended = await Promise.all(refusals.map(([login]) => serve({ DATABASE_URL: login }).ended))
    expect(ended).toEqual(refusals.map(([, words]) => ({ code: 1, output: expect.stringContaining(words) })))
  })

  it('answers as the app’s own login, and ends cleanly when asked to', async () => {
    const api = serve()
    await api.says('serving')
    expect((await ask('/health')).status).toBe(200)
    expect(await (await ask('/ready')).json()).toEqual({ ready: true })
    for (const route of ['/demo/members', '/_sandbox/state']) expect((await ask(route)).status).toBe(404)
    const second = await serve().ended
    expect(second).toEqual({ code: 1, output: expect.stringContaining(`Port ${port} is taken`) })
    api.signal('SIGTERM')
    expect((await api.ended).code).toBe(0)
  })

  it('has no route of the demo or the sandbox', async () => {
    const db = openServer(logins.app, 2)
    const composed = await composeApi({
      db,
      secretKeys: secretKeysSchema.parse(keys),
      publicUrl,
      log: pino({ level: 'silent' }),
      pages: { pod: '', studio: '' },
      allowSandbox: false,
    })
    const paths = composed.api.routes.map((route) => route.path)
    expect(paths).toContain('/ready')
    expect(paths.filter((one) => /demo|sandbox/i.test(one))).toEqual([])
    await composed.close()
    await db.close()
  })

  it('says 503 while the database is away, and goes on when it is back', async () => {
    const secrets = createSecretBox(secretKeysSchema.parse(keys))
    const tokens = createTokens(secrets.derive('tokens'), publicUrl, systemClock)
    // Somebody else each time, whom only the database can tell to be nobody.
    const me = async () => {
      const who = { team: systemIds.uuid(), member: systemIds.uuid(), audience: 'page' } as const
      const { token } = await tokens.issue(who)
      return (await ask('/me', { authorization: `Bearer ${token}` })).status
    }
    const api = serve()
    await api.says('serving')
    expect(await me()).toBe(401)
    const seen = new Set<number>()
    let isOver = false
    const asking = [1, 2, 3, 4].map(async () => {
      while (!isOver) seen.add(await me())
    })
    await server.stop()
    await until(async () => (await me()) === 503)
    expect((await ask('/ready')).status).toBe(503)
    expect((await ask('/health')).status).toBe(200)
    await server.start()
    await until(async () => (await ask('/ready')).status === 200 && (await me()) === 401)
    isOver = true
    await Promise.all(asking)
    expect([...seen].sort()).toEqual([401, 503])
    api.signal('SIGINT')
    expect((await api.ended).code).toBe(0)
  })
})
