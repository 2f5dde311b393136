import type { Logger } from 'pino'
import { connectWisePsa } from './adapters/connectwise/connect-psa.ts'
import { createSend } from './adapters/connectwise/send.ts'
import { systemClock } from './adapters/system/system-clock.ts'
import { systemIds } from './adapters/system/system-ids.ts'
import { createApp, type ExtraRoutes } from './app.ts'
import { createCaches } from './caches.ts'
import type { Deps } from './context.ts'
import type { Db } from './db/db.ts'
import { createDatabaseDeliveryStore } from './delivery/store-in-database.ts'
import { startWorker, type WorkerDeps } from './delivery/worker.ts'
import { createPsaOfTeam } from './features/connection/psa-of-team.ts'
import { createFoldedSessions } from './features/sessions/folded-sessions.ts'
import { forgetAfterWrites } from './features/tickets/forget-after-writes.ts'
import { forgetTicket } from './features/tickets/read-ticket.ts'
import type { Api } from './http/serve.ts'
import { openLive } from './live/live.ts'
import type { Pages } from './pages/routes.ts'
import { createPasswords } from './secrets/passwords.ts'
import { createSecretBox, type SecretKey } from './secrets/secret-box.ts'
import { type After, waitAtMost } from './stop.ts'
import { createTokens } from './tokens/tokens.ts'

/** How long closing waits for the steps of deliveries that are under way. */
const longestStopMs = 3_000

export interface Composition {
  db: Db
  secretKeys: SecretKey[]
  publicUrl: string
  /** The browser extensions that may sign people in; none where this is left out. */
  extensionIds?: readonly string[]
  /** How many proxies stand in front; none where this is left out. */
  proxies?: number
  log: Logger
  pages: Pages
  /** Lets a ConnectWise answer over http and on this machine: the demo's sandbox only. */
  allowSandbox: boolean
  extra?: ExtraRoutes
  /** For tests that end the process between two steps of a delivery. */
  delivery?: Pick<WorkerDeps, 'reached' | 'leaseMs'>
}

/** The API with its real parts, its delivery worker running. Close it before the database. */
export async function composeApi(
  parts: Composition,
): Promise<{ api: Api; deps: Deps; close(): Promise<void> }> {
  const { db, publicUrl, log, allowSandbox } = parts
  const secrets = createSecretBox(parts.secretKeys)
  const { send, close: closeConnections } = createSend({ allowInsecure: allowSandbox })
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  const after: After = (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  }
  const cache = createCaches(systemClock)
  const psaOfTeam = createPsaOfTeam(db, secrets, (connection, team) =>
    forgetAfterWrites(
      connectWisePsa(connection, {
        send,
        now: systemClock.now,
        sleep,
        random: Math.random,
        allowInsecure: allowSandbox,
      }),
      (ticket) => forgetTicket({ cache, team }, ticket),
    ),
  )
  const worker = startWorker({
    ...parts.delivery,
    store: createDatabaseDeliveryStore(db),
    psaOf: (team) => psaOfTeam.open(team),
    now: systemClock.now,
    random: Math.random,
    after,
    failed: (error) =>
      log.error({ error: error instanceof Error ? error.stack : typeof error }, 'delivery step failed'),
  })
  const deps: Deps = {
    db,
    psaOfTeam,
    clock: systemClock,
    ids: systemIds,
    log,
    tokens: createTokens(secrets.derive('tokens'), publicUrl, systemClock),
    secrets,
    passwords: createPasswords(systemIds.randomBytes),
    live: await openLive(db),
    cache,
    folded: createFoldedSessions(),
    publicUrl,
    extensionIds: parts.extensionIds ?? [],
    proxies: parts.proxies ?? 0,
    wakeDelivery: () => worker.wake(),
    demo: parts.extra !== undefined,
  }
  const api = createApp(deps, { pages: parts.pages, ...(parts.extra && { extra: parts.extra }) })
  return {
    api,
    deps,
    async close() {
      // A step may be waiting for a slow ConnectWise. To leave it is what a kill does to it: its lease runs out, and
      // whoever takes the delivery over looks for the text in the ticket before anything is written again.
      await waitAtMost(after, longestStopMs, worker.stop())
      await deps.live.close()
      closeConnections()
    },
  }
}
