import { PGlite } from '@electric-sql/pglite'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '#api/app.ts'
import { openPGlite } from '#api/db/open-embedded.ts'
import { member } from '#api/db/schema/team.ts'
import type { Api } from '#api/http/serve.ts'
import { soundRequest } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import { demoRoutes } from './demo-routes.ts'

let app: TestApp
let team: TestTeam
let engineer: TestMember
let api: Api
beforeAll(async () => {
  app = await createTestApp(openPGlite(await PGlite.create()))
  team = await createTestTeam(app)
  engineer = await team.join('engineer')
  api = createApp(app.deps, { extra: demoRoutes(team.id) })
})
afterAll(() => app.close())

const from = (remoteAddress: string) => ({
  incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } },
})
const members = async (peer: string, host: string) =>
  (await api.request('/demo/members', { headers: { host } }, from(peer))).status
const signIn = async (id: string, host = 'localhost:8787') => {
  const headers = { host, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ member: id }) }
  return (await api.request('/demo/sign-in', init, from('127.0.0.1'))).status
}

describe('the demo’s routes', () => {
  it('stand in /openapi.json where they are served', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await api.request('/openapi.json')).json())
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/demo/members', '/demo/sign-in']))
  })
})

describe('the demo’s sign-in', () => {
  it.each([
    ['127.0.0.1', 'localhost:8787'],
    ['::1', '[::1]:8787'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
  ])('is there for %s asking %s', async (peer, host) => {
    expect(await members(peer, host)).toBe(200)
  })

  it.each([
    ['192.0.2.1', 'localhost:8787'],
    ['127.0.0.1', 'evil.example'],
    ['127.0.0.1', 'localhost.evil.example:8787'],
    ['127.0.0.1', '127.0.0.1.evil.example'],
  ])('is refused to %s asking %s', async (peer, host) => {
    expect(await members(peer, host)).toBe(403)
    if (peer === '127.0.0.1') expect(await signIn(engineer.id, host)).toBe(403)
  })

  it('sends an extension on with a code', async () => {
    const { redirectUri } = soundRequest
    const headers = { host: 'localhost:8787', 'content-type': 'application/json' }
    const body = JSON.stringify({ member: engineer.id, request: soundRequest })
    const answer = await api.request('/demo/sign-in', { method: 'POST', headers, body }, from('127.0.0.1'))
    const { redirectTo } = z.object({ redirectTo: z.string() }).parse(await answer.json())
    expect(redirectTo.startsWith(`${redirectUri}?code=`)).toBe(true)
  })

  it('takes in a member, and none who was disabled', async () => {
    expect(await signIn(engineer.id)).toBe(200)
    const gone = await team.join('engineer')
    const disabled = { disabledAt: new Date(app.deps.clock.now()) }
    await app.db.asTeam(team.id, (tx) => tx.update(member).set(disabled).where(eq(member.id, gone.id)))
    expect(await signIn(gone.id)).toBe(404)
  })
})
