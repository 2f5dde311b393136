import { systemIds } from '#api/adapters/system/system-ids.ts'
import { deliver } from '#api/delivery/deliver.ts'
import { createDatabaseDeliveryStore } from '#api/delivery/store-in-database.ts'
import type { Psa } from '#api/ports/psa.ts'
import { eventBy } from '#api/testing/events.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import type { TestApp } from '#api/testing/test-app.ts'
import { createTestTeam } from '#api/testing/test-team.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { composePost } from '#shared/note/post-text.ts'
import type { EventBody } from '#shared/session/event.ts'
import { fold } from '#shared/session/fold.ts'

const step = (id: string) => [`outlook-offline@1:${id}`]
const walk: EventBody[] = [
  { type: 'answered', step: step('webmail'), choice: 'yes' },
  { type: 'done', step: step('work-offline') },
  { type: 'answered', step: step('check'), choice: 'yes' },
]

export type PostingSession = Awaited<ReturnType<typeof createPostingSession>>

/** A team of its own whose engineer has walked the sample flow on ticket 101, and what they may do next. */
export async function createPostingSession(app: TestApp) {
  const team = await createTestTeam(app)
  const engineer = await team.join('engineer', { lead: true, identifier: 'tech1' })
  const flow = await publishSample(engineer)
  const ticket = { id: 101, kind: 'service' } as const
  const session = await engineer.client.call('startSession', {
    body: { id: systemIds.uuid(), ticket, flow, at: '2026-11-24T09:00:00.000Z' },
  })

  const record = (...bodies: EventBody[]): Promise<void> => recordAt(undefined, ...bodies)

  /** Records what happened at a moment, UTC. */
  async function recordAt(at: string | undefined, ...bodies: EventBody[]): Promise<void> {
    const { log } = await reread()
    await engineer.client.call('appendEvents', {
      params: { id: session.header.id },
      body: { base: log.length, events: bodies.map((body) => eventBy(engineer.id, body, at)) },
    })
  }

  const reread = () => engineer.client.call('getSession', { params: { id: session.header.id } })

  /** What the panel would send for the session as it stands, by this member. */
  async function request(more: Partial<AcceptPost> = {}, poster = engineer.id): Promise<AcceptPost> {
    const view = await reread()
    const folded = fold(view.header, view.closure, view.log)
    const audience = more.audience ?? 'internal'
    const { text } = composePost(folded, view.closure, {
      audience,
      scope: more.scope ?? 'since_last_post',
      poster,
      members: view.members,
      timeZone: 'Europe/Berlin',
      time: more.time ?? null,
      limit: 16_000,
      terms: [],
    })
    return {
      id: systemIds.uuid(),
      kind: 'note',
      audience,
      scope: 'since_last_post',
      upTo: view.log.length,
      text,
      time: null,
      status: null,
      notify: false,
      confirmedVisible: false,
      shown: { summary: 'Outlook does not connect', company: 3, closed: false },
      ...more,
    }
  }

  const accept = (body: AcceptPost): Promise<PostView> =>
    engineer.client.call('acceptPost', { params: { id: session.header.id }, body })
  const current = (post: { id: string }) => engineer.client.call('getPost', { params: { id: post.id } })

  /** Works through whatever is due now; `opening` is where something may come between. */
  async function work(opening = async (psa: Psa): Promise<Psa> => psa): Promise<void> {
    const store = createDatabaseDeliveryStore(app.db)
    const now = app.deps.clock.now
    const failed = (error: unknown) => {
      throw error
    }
    const deps = { store, psaOf: () => opening(app.psa), now, random: () => 0, after: () => () => {}, failed }
    for (
      let claims = await store.claim(now(), now() + 60_000, 50);
      claims.length > 0;
      claims = await store.claim(now(), now() + 60_000, 50)
    )
      for (const claim of claims) await deliver(deps, claim)
  }

  const inTicket = (post: PostView) => app.psa.world.texts.filter(({ text }) => text === post.text)

  await record(...walk)
  return { team, engineer, session, record, recordAt, request, accept, current, work, inTicket }
}
