import { z } from 'zod'
import { ApiError, createClient } from '#shared/client.ts'
import type { FlowLibrary } from './flow-library.ts'

const listed = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) })
const signedIn = z.object({ token: z.string() })

/** The flows behind a running API; without a token of its own this signs in as the demo's administrator. */
export function libraryOverHttp(base: string, given: string | undefined): FlowLibrary {
  let token: Promise<string | null> | undefined
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
    check: async (id) => (await client.call('checkFlow', { params: { id } })).findings,
    publish: async (id) => (await client.call('publishFlow', { params: { id } })).version,
  }
}

async function demoToken(base: string): Promise<string | null> {
  const members = await fetch(`${base}/demo/members`).catch(() => null)
  if (members === null)
    throw new Error(
      `No API answers at ${base}. Start the demo with npm start, or load your settings (DATABASE_URL) and name --team.`,
    )
  if (!members.ok) return null
  const admin = listed.parse(await members.json()).members.find(({ role }) => role === 'team_admin')
  if (admin === undefined) return null
  const answer = await fetch(`${base}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: admin.id }),
  })
  return answer.ok ? signedIn.parse(await answer.json()).token : null
}
