import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Db } from '#api/db/db.ts'
import { migrateServer } from '#api/db/migrate-server.ts'
import { openPGlite } from '#api/db/open-embedded.ts'
import { openServer } from '#api/db/open-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated template of the embedded database, or null where the tests run on a server. */
    embeddedTemplate: string | null
    /** Logins of a migrated server: the app's, the owner's, the superuser's; or null. */
    server: { app: string; owner: string; superuser: string } | null
  }
}

/** The database of this test run: a server that all workers share, or an embedded one of this worker's own. */
export async function openTestDatabase(): Promise<Db> {
  const server = inject('server')
  if (server !== null) return openServer(server.app, 5)
  return openFromTemplate()
}

/** A database that no other test file touches, as embedded ones are anyhow: the due list is one for all teams. */
export async function openOwnDatabase(): Promise<Db> {
  const server = inject('server')
  if (server === null) return openFromTemplate()
  const name = `own_${randomUUID().replaceAll('-', '')}`
  const client = postgres(server.superuser, { max: 1, onnotice() {} })
  await client.unsafe(`CREATE DATABASE ${name} OWNER ${new URL(server.owner).username}`)
  await client.end()
  const inIt = (login: string) => Object.assign(new URL(login), { pathname: `/${name}` }).href
  await migrateServer(inIt(server.owner))
  return openServer(inIt(server.app), 5)
}

async function openFromTemplate(): Promise<Db> {
  const template = inject('embeddedTemplate')
  if (template === null) throw new Error('Neither a server nor a template was provided.')
  return openPGlite(await PGlite.create({ loadDataDir: new Blob([await readFile(template)]) }))
}
