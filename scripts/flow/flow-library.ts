import type { Finding } from '#shared/flow/finding.ts'
import type { FlowDraft } from '#shared/flow/flow.ts'

/** Where flows are imported into: a running API, or the database itself. */
export interface FlowLibrary {
  /** Resolves to false where the id is taken. */
  create(draft: FlowDraft): Promise<boolean>
  save(draft: FlowDraft): Promise<void>
  check(id: string): Promise<Pick<Finding, 'severity' | 'step' | 'message'>[]>
  /** Resolves to the version that was published. */
  publish(id: string): Promise<number | null>
}
