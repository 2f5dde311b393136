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

/** The policy table: by class, the destinations that get its values as they are. All others get placeholders. */
export const keptFor: Readonly<Record<RedactionClass, readonly (Destination | undefined)[]>> = {
  secret: [],
  identifying: ['storage', 'internal', 'screen'],
}

/** Whether a class is replaced on its way to a destination; towards an unknown or missing one both are. */
export const isReplaced = (of: RedactionClass, destination?: Destination): boolean =>
  !keptFor[of].includes(destination)
