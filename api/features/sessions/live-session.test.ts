import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { publishSample } from '#api/testing/publish-sample.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember } from '#api/testing/test-team.ts'
import type { LiveSession, LiveState } from '#shared/sync/live-session.ts'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { openSession, type SyncDeps } from '#shared/sync/open-session.ts'
import { startSession } from '#shared/sync/start-session.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const syncOf = ({ client, id }: TestMember): SyncDeps => ({
  client,
  member: id,
  store: memoryStore(),
  surroundings: {
    now: () => Date.now(),
    newId: () => systemIds.uuid(),
    random: Math.random,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  },
})

/** Resolves with the state once it is as wanted. */
const until = (session: LiveSession, wanted: (state: LiveState) => boolean): Promise<LiveState> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(session.state())) return
      stop()
      resolve(session.state())
    }
    const stop = session.subscribe(look)
    look()
  })

it('lets two members of a team work on one session, each seeing what the other does', async () => {
  const team = await createTestTeam(app)
  const engineer = await team.join('engineer', { lead: true })
  const colleague = await team.join('engineer')
  const flow = await publishSample(engineer)
  const mine = await startSession(syncOf(engineer), { ticket: { id: 101, kind: 'service' }, flow })
  const theirs = await openSession(syncOf(colleague), mine.id)
  await Promise.all(
    [mine, theirs].map((one) => until(one, (state) => state.link === 'live' && state.offlineReady)),
  )

  for (let n = 0; n < 5; n++) {
    mine.record({ type: 'acted', text: `password: Tr0ub4dor&${n} tried` })
    theirs.record({ type: 'acted', text: `theirs ${n}` })
  }
  await Promise.all([mine.flush(), theirs.flush()])
  const [here, there] = await Promise.all(
    [mine, theirs].map((one) => until(one, ({ log, unsent }) => log.length === 10 && unsent === 0)),
  )
  expect(here?.log).toEqual(there?.log)
  expect(here?.session).toEqual(there?.session)
  expect(JSON.stringify(here?.log)).not.toContain('Tr0ub4dor')
  await until(mine, ({ members }) => members[colleague.id] !== undefined)

  const view = await engineer.client.call('getSession', { params: { id: mine.id } })
  expect(view.log).toEqual(here?.log)
  mine.close()
  theirs.close()
})
