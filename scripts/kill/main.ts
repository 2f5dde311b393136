import { pino } from 'pino'
import { z } from 'zod'
import { composeApi } from '#api/compose.ts'
import type { Db } from '#api/db/db.ts'
import { openServer } from '#api/db/open-server.ts'
import type { CrashPoint } from '#api/delivery/deliver.ts'
import { secretKeysSchema } from '#api/environment.ts'
import { listen } from '#api/listen.ts'

/** The API over a real server and the sandbox, which ends itself by SIGKILL where `killAt` says. */

const options = z
  .object({
    databaseUrl: z.string(),
    port: z.number(),
    secretKeys: secretKeysSchema,
    leaseMs: z.number(),
    killAt: z
      .union([z.string(), z.object({ transaction: z.int().min(1), committed: z.boolean() })])
      .nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))
const publicUrl = `http://127.0.0.1:${options.port}`

function die(): void {
  process.kill(process.pid, 'SIGKILL')
  // Nothing more may happen between the signal and the end.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function reached(point: CrashPoint): void {
  if (point === options.killAt) die()
}

/** The database, dying at the transaction that is named, before its commit or after. */
function dying(db: Db, { transaction, committed }: { transaction: number; committed: boolean }): Db {
  let begun = 0
  return {
    ...db,
    async asTeam(team, work) {
      begun += 1
      const isLast = begun === transaction
      const result = await db.asTeam(team, async (tx) => {
        const done = await work(tx)
        if (isLast && !committed) die()
        return done
      })
      if (isLast) die()
      return result
    },
  }
}

const { killAt } = options
const db = openServer(options.databaseUrl)
const composed = await composeApi({
  db: typeof killAt === 'object' && killAt !== null ? dying(db, killAt) : db,
  secretKeys: options.secretKeys,
  publicUrl,
  log: pino({ level: 'error' }),
  pages: { pod: '', studio: '' },
  allowSandbox: true,
  delivery: { reached, leaseMs: options.leaseMs },
})
await listen(composed.api, options.port, '127.0.0.1')
process.stdout.write('serving\n')
