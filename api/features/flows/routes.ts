import { z } from '@hono/zod-openapi'
import type { Deps } from '#api/context.ts'
import { type Api, bare, serve } from '#api/http/serve.ts'
import { flowDraftSchema } from '#shared/contracts/flow-draft.ts'
import { checkDraft } from './check-draft.ts'
import { createFlow } from './create-flow.ts'
import { listFlows } from './list-flows.ts'
import { publishDraft } from './publish-draft.ts'
import { saveDraft } from './save-draft.ts'
import { viewClosure } from './view-closure.ts'
import { viewFlow } from './view-flow.ts'

/** Flows: drafts, checks and published versions. */
export function flowRoutes(api: Api, deps: Deps): void {
  const params = z.object({ id: z.string().max(100) })
  const ref = z.object({ ref: z.string().max(120) })
  const text = z.object({ text: z.string().max(4_000).optional() })
  serve(
    api,
    deps,
    'listFlows',
    { ...bare, summary: 'List or search flows', query: text },
    (context, { query }) => listFlows(context, query.text),
  )
  serve(
    api,
    deps,
    'createFlow',
    { ...bare, summary: 'Create a flow from a draft', body: flowDraftSchema },
    (context, { body }) => createFlow(context, body),
  )
  serve(api, deps, 'getFlow', { ...bare, summary: 'Read a flow', params }, (context, input) =>
    viewFlow(context, input.params.id),
  )
  serve(
    api,
    deps,
    'saveFlowDraft',
    { ...bare, summary: 'Replace a flow’s draft', params, body: flowDraftSchema },
    (context, input) => saveDraft(context, input.params.id, input.body),
  )
  serve(
    api,
    deps,
    'checkFlow',
    { ...bare, summary: 'Find what is wrong with a draft', params },
    (context, input) => checkDraft(context, input.params.id),
  )
  serve(api, deps, 'publishFlow', { ...bare, summary: 'Publish a draft', params }, (context, input) =>
    publishDraft(context, input.params.id),
  )
  serve(
    api,
    deps,
    'getFlowClosure',
    { ...bare, summary: 'Read a published version whole', params: ref },
    (context, input) => viewClosure(context, input.params.ref),
  )
}
