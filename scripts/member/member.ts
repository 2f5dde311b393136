import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { openServer } from '#api/db/open-server.ts'
import { requireSafeLogin } from '#api/db/require-safe-login.ts'
import { readEnvironment } from '#api/environment.ts'
import { carryOut } from './carry-out.ts'
import { readOrder } from './read-order.ts'

/** Looks after the accounts of a team: adds, changes, disables and resets. */
async function member(): Promise<void> {
  const order = await readOrder(process.argv.slice(2))
  const { databaseUrl, publicUrl } = readEnvironment()
  await requireSafeLogin(databaseUrl)
  const db = openServer(databaseUrl, 1)
  try {
    const deps = { db, clock: systemClock, ids: systemIds, publicUrl }
    await carryOut(deps, order, (line) => console.log(line))
  } finally {
    await db.close()
  }
}

member().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
