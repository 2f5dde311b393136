import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { readMyActivity } from '#api/features/sessions/read-my-activity.ts'
import { type Api, serve } from '#api/http/serve.ts'
import { readMe } from './read-me.ts'

/** The signed-in member. */
export function memberRoutes(api: Api, deps: Deps): void {
  serve(api, deps, 'getMe', { summary: 'Who is signed in' }, (context) => readMe(context))
  const query = z.object({ from: z.iso.datetime() })
  serve(
    api,
    deps,
    'getMyActivity',
    { summary: 'What the member did since a moment', query },
    (context, input) => readMyActivity(context, input.query.from),
  )
}
