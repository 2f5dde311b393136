import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '#api/db/db.ts'
import { migrateServer } from '#api/db/migrate-server.ts'
import { openServer } from '#api/db/open-server.ts'
import { makeLogins } from '#scripts/postgres/make-logins.ts'
import { startPostgres } from '#scripts/postgres/start-postgres.ts'
import { isFlowRef } from '#shared/flow/flow-ref.ts'
import { startProcess } from '../measure/start-process.ts'
import type { BenchTeam } from './bench-team.ts'

/** Our API in a process of its own on a PostgreSQL of its own. */
export interface Served {
  /** Where the API listens. */
  port: number
  team: BenchTeam
  /** The API's login to the database, and the database through it. */
  login: string
  db: Db
}

const flow = z.string().transform((text, context) => {
  if (isFlowRef(text)) return text
  context.addIssue('is no reference to a flow')
  return z.NEVER
})
const apiReady = z.object({
  port: z.int(),
  team: z.object({ team: z.string(), member: z.string(), token: z.string(), flow }),
})

/** Starts both, works with them, and stops them whatever comes of it. */
export async function withServer<T>(work: (served: Served) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-bench-'))
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const server = await startPostgres(path.join(folder, 'data'))
    stops.push(() => server.stop())
    const logins = await makeLogins(server.url)
    await migrateServer(logins.owner)
    const main = path.join(import.meta.dirname, 'serve-api/main.ts')
    const api = await startProcess(main, [logins.app], apiReady)
    stops.push(() => api.stop())
    const db = openServer(logins.app, 2)
    stops.push(() => db.close())
    return await work({ ...api.ready, login: logins.app, db })
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}
