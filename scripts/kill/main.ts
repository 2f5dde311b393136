import { pino } from 'pino'
import { z } from 'zod'
import { composeApi } from '#api/compose.ts'
import { openServer } from '#api/db/open-server.ts'
import type { CrashPoint } from '#api/delivery/deliver.ts'
import { secretKeysSchema } from '#api/environment.ts'
import { listen } from '#api/listen.ts'

/** The API over a real server and the sandbox, which ends itself by SIGKILL the first time it reaches `killAt`. */

const options = z
  .object({
    databaseUrl: z.string(),
    port: z.number(),
    secretKeys: secretKeysSchema,
    leaseMs: z.number(),
    killAt: z.string().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))
const publicUrl = `http://127.0.0.1:${options.port}`

function reached(point: CrashPoint): void {
  if (point !== options.killAt) return
  process.kill(process.pid, 'SIGKILL')
  // Nothing more may happen between the signal and the end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const composed = await composeApi({
  db: openServer(options.databaseUrl),
  secretKeys: options.secretKeys,
  publicUrl,
  log: pino({ level: 'error' }),
  pages: { pod: '', studio: '' },
  allowSandbox: true,
  delivery: { reached, leaseMs: options.leaseMs },
})
await listen(composed.api, options.port, '127.0.0.1')
process.stdout.write('serving\n')
