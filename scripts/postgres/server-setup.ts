import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateServer } from '#api/db/migrate-server.ts'
import '#api/testing/test-database.ts'
import { makeLogins } from './make-logins.ts'
import { startPostgres } from './start-postgres.ts'

/** Starts a real server for the API's tests, with the two logins that an operator would make. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  const server = await startPostgres(path.join(folder, 'data'))
  const logins = await makeLogins(server.url)
  await migrateServer(logins.owner)
  project.provide('embeddedTemplate', null)
  project.provide('server', { ...logins, superuser: server.url })
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
