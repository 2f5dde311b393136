import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ApiError, type Client, createClient } from '#shared/client.ts'
import { parseFlowFile } from '#shared/contracts/parse-flow-file.ts'
import type { FlowDraft } from '#shared/flow/flow.ts'

/** Imports flows from a JSON file through a running API, checks them, and publishes those without errors. */

const usage = `Usage: npm run import-flow -- FILE [--api http://localhost:8787] [--draft]

FILE holds one flow as JSON, or a list of them. --draft leaves them unpublished.
Against the demo this signs in by itself; elsewhere set RESOLUTIONFLOW_TOKEN to a lead's bearer token.`

async function importFlows(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      api: { type: 'string', default: 'http://localhost:8787' },
      draft: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(usage)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read.`)
  })
  const read = parseFlowFile(text)
  if (!read.ok)
    throw new Error([`${file} is not a flow yet:`, ...read.problems.map((each) => `  ${each}`)].join('\n'))
  const client = createClient({ base: values.api, fetch, token: tokenFor(values.api) })
  let isClean = true
  for (const draft of read.flows) {
    await store(client, draft)
    const { findings } = await client.call('checkFlow', { params: { id: draft.id } })
    for (const { severity, step, message } of findings)
      console.log(`${severity} in ${draft.id}${step === undefined ? '' : `, step ${step}`}: ${message}`)
    const hasErrors = findings.some(({ severity }) => severity === 'error')
    if (hasErrors) isClean = false
    if (hasErrors || values.draft) console.log(`${draft.id}: kept as a draft.`)
    else {
      const { version } = await client.call('publishFlow', { params: { id: draft.id } })
      console.log(`${draft.id}: published as version ${version}.`)
    }
  }
  return isClean
}

async function store(client: Client, draft: FlowDraft): Promise<void> {
  try {
    await client.call('createFlow', { body: draft })
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'conflict')) throw error
    await client.call('saveFlowDraft', { params: { id: draft.id }, body: draft })
  }
}

function tokenFor(base: string): () => Promise<string | null> {
  const given = process.env.RESOLUTIONFLOW_TOKEN
  let token: Promise<string | null> | undefined
  return () => {
    token ??= given ? Promise.resolve(given) : demoToken(base)
    return token
  }
}

interface DemoMember {
  id: string
  role: string
}

async function demoToken(base: string): Promise<string | null> {
  const listed = await fetch(`${base}/demo/members`).catch(() => null)
  if (listed === null)
    throw new Error(`No API answers at ${base}. Start it with npm start, or name another with --api.`)
  if (!listed.ok) return null
  const { members } = (await listed.json()) as { members: DemoMember[] }
  const admin = members.find(({ role }) => role === 'team_admin')
  if (admin === undefined) return null
  const signedIn = await fetch(`${base}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: admin.id }),
  })
  return signedIn.ok ? ((await signedIn.json()) as { token: string }).token : null
}

importFlows().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
