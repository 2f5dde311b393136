import { z } from 'zod'
import { ApiError, createClient } from '#shared/client.ts'
import type { FlowLibrary } from './flow-library.ts'

const listed = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) })
const signedIn = z.object({ token: z.string() })
const checked = z.object({
  findings: z.array(
    z.object({ severity: z.enum(['error', 'warning']), step: z.string().optional(), message: z.string() }),
  ),
})
const published = z.object({ version: z.int().nullable() })

/**
 * The flows behind a running API; without a token of its own this signs in as the demo's administrator. Every verb
 * throws, in words that say what to do, where there is no API, it refuses, or something else answers.
 */
export function libraryOverHttp(base: string, given: string | null): FlowLibrary {
  let token: Promise<string> | undefined
  const client = createClient({
    base,
    fetch,
    token: () => {
      token ??= given ? Promise.resolve(given) : demoToken(base)
      return token
    },
  })
  return {
    create: (draft) =>
      client.call('createFlow', { body: draft }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ApiError && error.code === 'conflict') return false
          throw error
        },
      ),
    save: async (draft) => {
      await client.call('saveFlowDraft', { params: { id: draft.id }, body: draft })
    },
    check: async (id) => read(base, checked, await client.call('checkFlow', { params: { id } })).findings,
    publish: async (id) =>
      read(base, published, await client.call('publishFlow', { params: { id } })).version,
  }
}

async function demoToken(base: string): Promise<string> {
  const members = await fetch(`${base}/demo/members`).catch(() => null)
  if (members === null)
    throw new Error(
      `No API answers at ${base}. Start the demo with npm start; name where it runs with PORT or --api http://localhost:8787; or load your settings (DATABASE_URL) and name --team.`,
    )
  if (!members.ok)
    throw new Error(
      `The API at ${base} has no demo to sign in to. Set RESOLUTIONFLOW_TOKEN, or load your settings (DATABASE_URL) and name --team.`,
    )
  const admin = read(base, listed, await json(members)).members.find(({ role }) => role === 'team_admin')
  if (admin === undefined) throw new Error(`The demo at ${base} has no administrator. Start it again.`)
  const answer = await fetch(`${base}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: admin.id }),
  })
  return read(base, signedIn, await json(answer)).token
}

const json = (answer: Response): Promise<unknown> => answer.json().catch(() => null)

function read<T>(base: string, schema: z.ZodType<T>, reply: unknown): T {
  const result = schema.safeParse(reply)
  if (result.success) return result.data
  throw new Error(
    `What answers at ${base} is not the API of this version. Check the address given with --api.`,
  )
}
