import { pino } from 'pino'
import { composeApi } from '#api/compose.ts'
import { openServer } from '#api/db/open-server.ts'
import type { CrashPoint } from '#api/delivery/deliver.ts'
import { secretKeysSchema } from '#api/environment.ts'
import { listen } from '#api/listen.ts'

/** The API over a real server and the sandbox, which ends itself by SIGKILL the first time it reaches KILL_AT. */

const {
  DATABASE_URL = '',
  PORT = '',
  RESOLUTIONFLOW_SECRET_KEYS = '',
  KILL_AT = '',
  LEASE_MS = '',
} = process.env
const publicUrl = `http://127.0.0.1:${PORT}`

function reached(point: CrashPoint): void {
  if (point !== KILL_AT) return
  process.kill(process.pid, 'SIGKILL')
  // Nothing more may happen between the signal and the end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const composed = await composeApi({
  db: openServer(DATABASE_URL),
  secretKeys: secretKeysSchema.parse(RESOLUTIONFLOW_SECRET_KEYS),
  publicUrl,
  log: pino({ level: 'error' }),
  pages: { pod: '', studio: '' },
  allowSandbox: true,
  delivery: { reached, leaseMs: Number(LEASE_MS) },
})
await listen(composed.api, Number(PORT), '127.0.0.1')
process.stdout.write('serving\n')
