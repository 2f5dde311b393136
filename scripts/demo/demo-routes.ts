import { z } from '@hono/zod-openapi'
import { asc, isNull } from 'drizzle-orm'
import type { Context as HttpContext } from 'hono'
import type { ExtraRoutes } from '#api/app.ts'
import { member } from '#api/db/schema/team.ts'
import { enter } from '#api/features/accounts/enter.ts'
import { readMember } from '#api/features/members/read-member.ts'
import type { ApiEnvironment } from '#api/http/api-environment.ts'
import { describeRoute } from '#api/http/describe-route.ts'
import { peerOf } from '#api/http/peer-of.ts'
import { Problem } from '#api/problem.ts'
import { authorizationRequestSchema } from '#shared/contracts/account.ts'

const signIn = z.strictObject({ member: z.uuid(), request: authorizationRequestSchema.optional() })

/** One-click sign-in as a member of the demo team, for callers on this machine alone. */
export const demoRoutes =
  (team: string): ExtraRoutes =>
  (api, deps) => {
    const json = { type: 'application/json' }
    describeRoute(api, {
      ...json,
      method: 'get',
      path: '/demo/members',
      id: 'listDemoMembers',
      summary: 'Whom the demo signs in by one click',
    })
    describeRoute(api, {
      ...json,
      method: 'post',
      path: '/demo/sign-in',
      id: 'signInToDemo',
      summary: 'Sign in as a member of the demo team, from this machine alone',
    })
    api.get('/demo/members', async (http) => {
      requireThisMachine(http)
      const members = await deps.db.asTeam(team, (tx) =>
        tx
          .select({ id: member.id, name: member.name, role: member.role })
          .from(member)
          .where(isNull(member.disabledAt))
          .orderBy(asc(member.createdAt), asc(member.name)),
      )
      return http.json({ members })
    })
    api.post('/demo/sign-in', async (http) => {
      requireThisMachine(http)
      const wanted = signIn.safeParse(await http.req.json().catch(() => null))
      const found = wanted.success ? await readMember(deps.db, team, wanted.data.member) : null
      if (!wanted.success || found === null)
        throw new Problem('not_found', 'There is no such member in the demo team.')
      const request = http.get('requestId')
      return http.json(await enter(deps, { team, member: found.id, request }, wanted.data.request))
    })
  }

/** The host too: a page elsewhere can have its own name point at this machine, and its browser connects from here. */
function requireThisMachine(http: HttpContext<ApiEnvironment>): void {
  const peer = peerOf(http)
  const host = http.req.header('host')
  const isHere = peer !== null && /^(127\.|::1$|::ffff:127\.)/.test(peer)
  if (isHere && host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) return
  throw new Problem('forbidden', 'The demo’s sign-in works on this machine only.')
}
