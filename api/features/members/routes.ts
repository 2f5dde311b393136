import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { readMyActivity } from '#api/features/sessions/read-my-activity.ts'
import { claimsOf } from '#api/http/authenticate.ts'
import { type Api, serve } from '#api/http/serve.ts'
import { readMe } from './read-me.ts'
import { renewSignIn } from './renew-sign-in.ts'

/** The signed-in member. */
export function memberRoutes(api: Api, deps: Deps): void {
  serve(api, deps, 'getMe', { summary: 'Who is signed in' }, (context) => readMe(context))
  serve(
    api,
    deps,
    'renewSignIn',
    { summary: 'Take a new token for one that still lasts' },
    async (context, _, http) => renewSignIn(context, await claimsOf(http, deps)),
  )
  const query = z.object({ from: z.iso.datetime() })
  serve(
    api,
    deps,
    'getMyActivity',
    { summary: 'What the member did since a moment', query },
    (context, input) => readMyActivity(context, input.query.from),
  )
}
