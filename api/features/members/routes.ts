import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { readMyActivity } from '#api/features/sessions/read-my-activity.ts'
import { claimsOf } from '#api/http/authenticate.ts'
import { type Api, bare, serve } from '#api/http/serve.ts'
import { memberRightsSchema } from '#shared/contracts/member.ts'
import { listMembers } from './list-members.ts'
import { readMe } from './read-me.ts'
import { renewSignIn } from './renew-sign-in.ts'
import { saveMemberRights } from './save-member-rights.ts'

/** The signed-in member, and whom administrators look after. */
export function memberRoutes(api: Api, deps: Deps): void {
  serve(api, deps, 'getMe', { ...bare, summary: 'Who is signed in' }, (context) => readMe(context))
  serve(
    api,
    deps,
    'renewSignIn',
    { ...bare, summary: 'Take a new token for one that still lasts' },
    async (context, _, http) => renewSignIn(context, await claimsOf(http, deps)),
  )
  const params = z.object({ id: z.uuid() })
  serve(api, deps, 'listMembers', { ...bare, summary: 'List the team’s members' }, (context) =>
    listMembers(context),
  )
  serve(
    api,
    deps,
    'saveMemberRights',
    { ...bare, summary: 'Set what a member may do and see', params, body: memberRightsSchema },
    (context, input) => saveMemberRights(context, input.params.id, input.body),
  )
  const query = z.object({ from: z.iso.datetime() })
  serve(
    api,
    deps,
    'getMyActivity',
    { ...bare, summary: 'What the member did since a moment', query },
    (context, input) => readMyActivity(context, input.query.from),
  )
}
