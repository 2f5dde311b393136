import type { RedactionClass } from './recogniser.ts'

/** Where a text is going. `internal` is an internal note, `client` whatever the client may see or be mailed. */
export type Destination =
  | 'storage'
  | 'internal'
  | 'screen'
  | 'model'
  | 'embedder'
  | 'logs'
  | 'export'
  | 'share'
  | 'client'

/** The policy table: secrets are kept nowhere, identifying values for these destinations. */
const keepsIdentifying: readonly (Destination | undefined)[] = ['storage', 'internal', 'screen']

/** Whether a class is replaced on its way to a destination; towards an unknown or missing one both are. */
export const isReplaced = (of: RedactionClass, destination?: Destination): boolean =>
  of === 'secret' || !keepsIdentifying.includes(destination)
