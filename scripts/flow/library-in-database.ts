import type { RowsContext } from '#api/context.ts'
import { checkDraft } from '#api/features/flows/check-draft.ts'
import { createFlow } from '#api/features/flows/create-flow.ts'
import { publishDraft } from '#api/features/flows/publish-draft.ts'
import { saveDraft } from '#api/features/flows/save-draft.ts'
import { Problem } from '#api/problem.ts'
import type { FlowLibrary } from './flow-library.ts'

/** A team's flows in the database, as the member of the context: with that member's rights, and in their name. */
export function libraryInDatabase(context: RowsContext): FlowLibrary {
  return {
    create: (draft) =>
      createFlow(context, draft).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Problem && error.code === 'conflict') return false
          throw error
        },
      ),
    save: async (draft) => {
      await saveDraft(context, draft.id, draft)
    },
    check: async (id) => (await checkDraft(context, id)).findings,
    publish: async (id) => (await publishDraft(context, id)).version,
  }
}
