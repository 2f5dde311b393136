import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorReply } from '#shared/contracts/error.ts'
import { contractHeader } from '#shared/contracts/routes.ts'
import { createApp } from './app.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'
import { createTestTeam, type TestMember } from './testing/test-team.ts'

let app: TestApp
let member: TestMember
beforeAll(async () => {
  app = await createTestApp()
  member = await (await createTestTeam(app)).join('engineer')
})
afterAll(() => app.close())

const errorOf = async (answer: Response) => ((await answer.json()) as ErrorReply).error

describe('an error', () => {
  it('that nobody expected shows its request and never its message', async () => {
    const broken = createApp(app.deps, {
      extra: (api) => {
        api.get('/broken', () => {
          throw new Error('password=hunter2')
        })
      },
    })
    const answer = await broken.request('/broken')
    expect(answer.status).toBe(500)
    const error = await errorOf(answer)
    expect(error.message).toContain(error.request)
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })

  it('of the ticket system says that nothing is lost, and when to come back', async () => {
    app.psa.failNext('read rate limited')
    const answer = await member.request('GET', '/tickets/service/102')
    expect(answer.status).toBe(502)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await errorOf(answer)).toMatchObject({
      code: 'ticket_system',
      message: expect.stringContaining('Nothing is lost'),
    })
  })

  it('of a request that is no JSON, or too much of it, says so', async () => {
    const start = (body: string) => member.request('POST', '/sessions', body)
    expect(await errorOf(await start('{'))).toMatchObject({
      code: 'invalid',
      message: 'The request body is not JSON.',
    })
    expect(await errorOf(await start(JSON.stringify('x'.repeat(2_200_000))))).toMatchObject({
      code: 'too_large',
    })
  })

  it('of a client from another time tells it to reload', async () => {
    const call = (version: string) =>
      app.api.request('/me', {
        headers: { authorization: `Bearer ${member.token}`, [contractHeader]: version },
      })
    expect((await call('1')).status).toBe(200)
    for (const version of ['-1', '7', 'new']) {
      const answer = await call(version)
      expect(answer.status).toBe(426)
      expect(await errorOf(answer)).toMatchObject({ code: 'client_too_old' })
    }
  })
})
