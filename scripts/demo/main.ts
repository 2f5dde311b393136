import { once } from 'node:events'
import path from 'node:path'
import { pino } from 'pino'
import { composeApi } from '#api/compose.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import { listen } from '#api/listen.ts'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { servePage } from '#scripts/sandbox/connectwise/page/serve-page.ts'
import { serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'
import { keepWorld } from '#scripts/sandbox/connectwise/world/keep-world.ts'
import { tryOutId } from '../../extension/manifest/manifest.ts'
import { openDataFolder } from './data-folder.ts'
import { demoMembers } from './demo-members.ts'
import { demoRoutes } from './demo-routes.ts'
import { type DemoEnvironment, readDemoEnvironment } from './environment.ts'
import { openInBrowser } from './open-in-browser.ts'
import { registerPod } from './register-pod.ts'
import { demoQuarantineSeconds, demoTeam, seedDemo } from './seed-demo.ts'

const loopback = '127.0.0.1'
const dist = path.resolve(import.meta.dirname, '../../dist')
const pages = { pod: path.join(dist, 'pod'), studio: path.join(dist, 'studio') }

/** The ticket the demo opens on: its history and summary fit one of the seeded flows. */
const firstTicket = 26251

interface Part {
  close(): Promise<void>
}

/**
 * Starts what the demo needs, in order; what was started is closed again where a later part fails, or between two parts
 * where it is to stop.
 */
async function start(
  environment: DemoEnvironment,
  stop: AbortSignal,
): Promise<{ link: string; close(): Promise<void> }> {
  const started: Part[] = []
  const keep = (part: Part) => {
    started.push(part)
    stop.throwIfAborted()
  }
  const close = async () => {
    for (const part of started.splice(0).reverse()) await part.close()
  }
  try {
    const publicUrl = `http://localhost:${environment.port}`
    const folder = openDataFolder(environment.dataFolder, environment.secretKeys)
    keep({ close: async () => folder.release() })
    const sandbox = await openSandbox(environment)
    keep(sandbox)
    const db = await openEmbedded(folder.database)
    keep(db)
    const log = pino({ level: environment.logLevel })
    const extra = environment.signIn ? { extra: demoRoutes(demoTeam) } : {}
    const { secretKeys } = folder
    const extensionIds = [tryOutId, ...environment.extensionIds]
    const parts = { db, secretKeys, publicUrl, extensionIds, log, pages, allowSandbox: true }
    const composed = await composeApi({ ...parts, ...extra })
    keep(composed)
    const members = await demoMembers(composed.deps, sandbox.connection)
    const { handle } = await seedDemo(composed.deps, sandbox.connection, members)
    keep(await listen(composed.api, environment.port, loopback))
    const isSetUp = await registerPod(sandbox.connection, { origin: publicUrl, path: `/pod/${handle}` })
    stop.throwIfAborted()
    return { link: isSetUp ? sandbox.link : `${publicUrl}/t/${firstTicket}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openSandbox({
  sandbox,
  sandboxPort,
  dataFolder,
}: DemoEnvironment): Promise<Part & { connection: TeamConnection; link: string }> {
  if (sandbox !== null) {
    const { url, company, credentials } = sandbox
    return {
      connection: { ...credentials, company, uiUrl: url, apiUrl: url },
      link: url,
      close: async () => {},
    }
  }
  const served = await serveSandbox({
    port: sandboxPort,
    keep: keepWorld(path.join(dataFolder, 'sandbox.json'), (line) => console.log(line)),
    page: (worldOf) =>
      servePage(worldOf, {
        quarantineSeconds: demoQuarantineSeconds,
      }),
  }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken
      ? new Error(
          `Port ${sandboxPort} is taken. Stop what runs there, or choose another: SANDBOX_PORT=${sandboxPort + 10}`,
        )
      : error
  })
  const { company, publicKey, privateKey, clientId } = demoCredentials
  return {
    connection: { company, publicKey, privateKey, clientId, uiUrl: served.url, apiUrl: served.url },
    link: `${served.url}/?member=mrivera&ticket=${firstTicket}`,
    close: () => served.close(),
  }
}

async function run(): Promise<void> {
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  // Before anything is started; Ctrl-C may come twice, from the terminal and from npm.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
  const environment = readDemoEnvironment()
  const running = await start(environment, stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) return null
    throw error
  })
  if (running === null) return
  const { link, close } = running
  console.log(
    `\n  ResolutionFlow is ready. Open this ticket:\n\n  ${link}\n\n  Ctrl-C ends it; what you did is kept.\n`,
  )
  openInBrowser(link)
  await stopped
  await close()
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
