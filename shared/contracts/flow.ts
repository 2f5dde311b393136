import type { FlowClosure, FlowDraft, FlowKind } from '../flow/flow.ts'

export interface FlowSummary {
  id: string
  title: string
  summary: string
  kind: FlowKind
  /** The published version, or null for a draft that was never published. */
  version: number | null
  steps: number
  draftChanged: boolean
}

export interface FlowView extends FlowSummary {
  draft: FlowDraft
  published: FlowClosure | null
}

export interface FlowFindings {
  findings: { severity: 'error' | 'warning'; code: string; step?: string; message: string }[]
}
