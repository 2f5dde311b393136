import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { type Api, bare, serve } from '#api/http/serve.ts'
import { removeCopySchema, settleDeliverySchema } from '#shared/contracts/post.ts'
import { removeCopy } from './remove-copy.ts'
import { sendPostNow } from './send-post-now.ts'
import { settleDelivery } from './settle-delivery.ts'
import { undoPost } from './undo-post.ts'
import { viewPost } from './view-post.ts'

/** Posts on their way to the ticket. */
export function postRoutes(api: Api, deps: Deps): void {
  const params = z.object({ id: z.uuid() })
  serve(api, deps, 'getPost', { ...bare, summary: 'How far a post is', params }, (context, input) =>
    viewPost(context, input.params.id),
  )
  serve(api, deps, 'undoPost', { ...bare, summary: 'Take a post back', params }, (context, input) =>
    undoPost(context, input.params.id),
  )
  serve(api, deps, 'sendPostNow', { ...bare, summary: 'Send without waiting', params }, (context, input) =>
    sendPostNow(context, input.params.id),
  )
  serve(
    api,
    deps,
    'settleDelivery',
    { ...bare, summary: 'Settle what needs a person', params, body: settleDeliverySchema },
    (context, input) => settleDelivery(context, input.params.id, input.body),
  )
  serve(
    api,
    deps,
    'removeCopy',
    { ...bare, summary: 'Remove one of two copies from the ticket', params, body: removeCopySchema },
    (context, input) => removeCopy(context, input.params.id, input.body),
  )
}
