import path from 'node:path'
import { pino } from 'pino'
import { composeApi } from '#api/compose.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import { listen } from '#api/listen.ts'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { servePage } from '#scripts/sandbox/connectwise/page/serve-page.ts'
import { serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'
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

/** Starts what the demo needs, in order; what was started is closed again where a later part fails. */
async function start(environment: DemoEnvironment): Promise<{ link: string; close(): Promise<void> }> {
  const started: Part[] = []
  const close = async () => {
    for (const part of started.splice(0).reverse()) await part.close()
  }
  try {
    const publicUrl = `http://localhost:${environment.port}`
    const folder = openDataFolder(environment.dataFolder)
    started.push({ close: async () => folder.release() })
    const sandbox = await openSandbox(environment)
    started.push(sandbox)
    const db = await openEmbedded(folder.database)
    started.push(db)
    const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' })
    const extra = environment.signIn ? { extra: demoRoutes(demoTeam) } : {}
    const { secretKeys } = folder
    const composed = await composeApi({ db, secretKeys, publicUrl, log, pages, allowSandbox: true, ...extra })
    started.push(composed)
    const members = await demoMembers(composed.deps, sandbox.connection)
    const { handle } = await seedDemo(composed.deps, sandbox.connection, members)
    started.push(await listen(composed.api, environment.port, loopback))
    const isSetUp = await registerPod(sandbox.connection, { origin: publicUrl, path: `/pod/${handle}` })
    return { link: isSetUp ? sandbox.link : `${publicUrl}/t/${firstTicket}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openSandbox({
  sandbox,
  sandboxPort,
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
  const { link, close } = await start(readDemoEnvironment(process.env))
  console.log(
    `\n  ResolutionFlow is ready. Open this ticket:\n\n  ${link}\n\n  Ctrl-C ends it; what you did is kept.\n`,
  )
  openInBrowser(link)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await close()
      process.exit(0)
    })
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
