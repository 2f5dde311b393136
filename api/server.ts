import path from 'node:path'
import { pino } from 'pino'
import { composeApi } from './compose.ts'
import { openServer } from './db/open-server.ts'
import { requireSafeLogin } from './db/require-safe-login.ts'
import { readEnvironment } from './environment.ts'
import { listen } from './listen.ts'
import { stopOnce } from './stop.ts'

/** A database that no longer answers must not keep the process: whoever runs it would kill it later. */
const longestStopMs = 12_000

/** The API alone, for production. */
async function serve(): Promise<void> {
  const { port, databaseUrl, ...rest } = readEnvironment()
  const { publicUrl } = rest
  await requireSafeLogin(databaseUrl)
  const log = pino()
  const db = openServer(databaseUrl)
  const dist = path.resolve(import.meta.dirname, '../dist')
  const pages = { pod: path.join(dist, 'pod'), studio: path.join(dist, 'studio') }
  const composed = await composeApi({ ...rest, db, log, pages, allowSandbox: false })
  const server = await listen(composed.api, port, '0.0.0.0')
  log.info({ port, publicUrl }, 'serving')
  const stop = stopOnce({
    parts: [server, composed, db],
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    most: longestStopMs,
    exit: (code) => process.exit(code),
    failed: (words, error) => log.error(error instanceof Error ? { error: error.stack } : {}, words),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
