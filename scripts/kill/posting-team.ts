import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { connectNewTeam } from '#api/features/connection/connect-team.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import type { Psa, Ticket } from '#api/ports/psa.ts'
import { createSecretBox, type SecretKey } from '#api/secrets/secret-box.ts'
import { createTokens } from '#api/tokens/tokens.ts'
import { ApiError, createClient } from '#shared/client.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { composePost } from '#shared/note/post-text.ts'
import { fold } from '#shared/session/fold.ts'

/** A team on the sandbox whose technician posts through an API that may be killed under their hands. */
export interface PostingTeam {
  id: string
  /** Records an act on the ticket and posts it; resolves once accepted, however often the API was killed meanwhile. */
  post(ticket: Ticket, words: string, more: Partial<AcceptPost>): Promise<PostView>
  view(post: string): Promise<PostView>
}

export interface PostingTeamParts {
  db: Db
  psa: Psa
  connection: TeamConnection
  secretKeys: SecretKey[]
  url: string
  member: string
}

/** Not finding a text proves nothing for so long, seconds: the shortest that a team can choose. */
export const quarantineSeconds = 5

/** Creates the team and signs its technician in. */
export async function createPostingTeam(parts: PostingTeamParts): Promise<PostingTeam> {
  const { db, psa, url } = parts
  const secrets = createSecretBox(parts.secretKeys)
  const id = systemIds.uuid()
  const admin = await psa.findMember({ identifier: parts.member })
  if (admin === null) throw new Error(`The sandbox has no member ${parts.member}.`)
  const { admin: own } = await connectNewTeam(
    { db, secrets, clock: systemClock, ids: systemIds },
    {
      id,
      name: 'Ridgeline IT',
      timeZone: 'UTC',
      connection: parts.connection,
      admin,
      settings: { quarantineSeconds, undoSeconds: { internal: 1, visible: 1 } },
    },
  )
  const tokens = createTokens(secrets.derive('tokens'), url, systemClock)
  const client = createClient({
    base: url,
    fetch: (input, init) => fetch(input, init),
    token: async () => (await tokens.issue({ team: id, member: own, audience: 'page' })).token,
  })

  async function once(
    ticket: Ticket,
    words: string,
    more: Partial<AcceptPost>,
    post: string,
  ): Promise<PostView> {
    const at = new Date().toISOString()
    const on = { id: ticket.id, kind: ticket.kind }
    const { header } = await client.call('startSession', {
      body: { id: systemIds.uuid(), ticket: on, flow: null, at },
    })
    const params = { id: header.id }
    const before = await client.call('getSession', { params })
    if (!before.log.some(({ event }) => event.type === 'acted' && event.text === words)) {
      const event = {
        id: systemIds.uuid(),
        v: 1,
        at,
        by: own,
        type: 'acted',
        text: words,
        client: more.audience === 'discussion',
      } as const
      await client.call('appendEvents', { params, body: { base: before.log.length, events: [event] } })
    }
    const view = await client.call('getSession', { params })
    const known = view.posts.find(({ id: one }) => one === post)
    if (known !== undefined) return known
    const audience = more.audience ?? 'internal'
    const { text } = composePost(fold(view.header, view.closure, view.log), view.closure, {
      audience,
      scope: 'since_last_post',
      poster: own,
      members: view.members,
      timeZone: admin?.timeZone ?? 'UTC',
      time: more.time ?? null,
      limit: 16_000,
      terms: [],
    })
    const body: AcceptPost = {
      id: post,
      kind: 'note',
      audience,
      scope: 'since_last_post',
      upTo: view.log.length,
      text,
      time: null,
      status: null,
      notify: false,
      confirmedVisible: audience !== 'internal',
      shown: { summary: ticket.summary, company: ticket.company.id, closed: ticket.closed },
      ...more,
    }
    return client.call('acceptPost', { params, body })
  }

  return {
    id,
    async post(ticket, words, more) {
      const post = systemIds.uuid()
      for (;;) {
        try {
          return await once(ticket, words, more, post)
        } catch (error) {
          if (!isNoAnswer(error)) throw error
          await sleep(100)
        }
      }
    },
    view: (post) => client.call('getPost', { params: { id: post } }),
  }
}

/** The API was not there, or went away: the client tries again, as the panel does. */
const isNoAnswer = (error: unknown) =>
  error instanceof ApiError && (error.code === 'offline' || error.code === 'unavailable')
