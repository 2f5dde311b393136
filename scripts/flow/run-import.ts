import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { openServer } from '#api/db/open-server.ts'
import { requireSafeLogin } from '#api/db/require-safe-login.ts'
import { readFlags } from '#scripts/flags/read-flags.ts'
import type { ImportEnvironment } from './environment.ts'
import { firstAdmin } from './first-admin.ts'
import { type FlowImport, importFlows } from './import-flows.ts'
import { libraryInDatabase } from './library-in-database.ts'
import { libraryOverHttp } from './library-over-http.ts'

const usage = `Usage: npm run import-flow -- FILE [--draft] [--team ID | --api http://localhost:8787]

FILE holds one flow as JSON, or a list of them. --draft leaves them unpublished.
With DATABASE_URL set this writes to that database: --team names the team, by the id that npm run connect printed, and
the flows are stored in the name of its first administrator. Without it this talks to the running demo, at the PORT
of the environment (8787) or where --api says.`

/**
 * Imports flows from a JSON file, checks them, and publishes those without errors. Takes the command's arguments, its
 * environment, and what prints a line. Resolves to whether no flow had errors; throws, saying what to do, where nothing
 * can be imported.
 */
export async function runImport(
  args: string[],
  { databaseUrl, token, api }: ImportEnvironment,
  print: (line: string) => void,
): Promise<boolean> {
  const options = {
    api: { type: 'string' },
    team: { type: 'string' },
    draft: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = readFlags(args, { allowPositionals: true, options }, usage)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(usage)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read.`)
  })
  const wanted = { file, text, draft: values.draft, print }
  if (databaseUrl !== null && values.api === undefined) return inDatabase(databaseUrl, values.team, wanted)
  if (values.team !== undefined) throw new Error(`--team needs DATABASE_URL: load your settings first.`)
  return importFlows(libraryOverHttp(addressOf(values.api ?? api), token), wanted)
}

function addressOf(given: string): string {
  const url = URL.parse(given)
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '')
  throw new Error(`--api ${given} is no address. Write it as http://localhost:8787.`)
}

async function inDatabase(url: string, given: string | undefined, wanted: FlowImport): Promise<boolean> {
  const team = z.uuid().safeParse(given)
  if (!team.success)
    throw new Error(
      'DATABASE_URL is set: name the team with --team ID, the id that "npm run connect" printed.',
    )
  await requireSafeLogin(url)
  const db = openServer(url, 1)
  try {
    const member = await firstAdmin(db, team.data)
    const context = { db, clock: systemClock, ids: systemIds, team: team.data, member }
    return await importFlows(libraryInDatabase(context), wanted)
  } finally {
    await db.close()
  }
}
