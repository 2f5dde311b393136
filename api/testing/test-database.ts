import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { Db } from '#api/db/db.ts'
import { openPGlite } from '#api/db/open-embedded.ts'
import { openServer } from '#api/db/open-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated template of the embedded database, or null where the tests run on a server. */
    embeddedTemplate: string | null
    /** The app's and the owner's login of a migrated server, or null. */
    server: { app: string; owner: string } | null
  }
}

/** The database of this test run: a server that all workers share, or an embedded one of this worker's own. */
export async function openTestDatabase(): Promise<Db> {
  const server = inject('server')
  if (server !== null) return openServer(server.app, 5)
  const template = inject('embeddedTemplate')
  if (template === null) throw new Error('Neither a server nor a template was provided.')
  return openPGlite(await PGlite.create({ loadDataDir: new Blob([await readFile(template)]) }))
}
