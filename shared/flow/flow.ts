import type { Markdown } from '../markdown/tree.ts'

/**
 * A guide that a technician walks. `Flow` is the published form, its bodies parsed to trees; a draft is the
 * same structure with Markdown text: `FlowDraft`.
 */
export interface Flow<Body = Markdown> {
  /** Stable within a team: lower case, digits, dashes. */
  id: string
  title: string
  kind: FlowKind
  /** One line for pick lists. */
  summary: string
  /** How users describe the trouble; feeds suggestions. */
  symptoms: string[]
  steps: Step<Body>[]
}

export type FlowDraft = Flow<string>

export type FlowKind = 'troubleshooting' | 'procedure' | 'maintenance'

/** `flow-id@3`: a flow id with the published version a session or a subflow step is pinned to. */
export type FlowRef = `${string}@${number}`

/** A published flow with every subflow it can reach, each at its pinned version: all a session needs offline. */
export interface FlowClosure {
  root: FlowRef
  flows: Record<FlowRef, Flow>
}

export type Step<Body = Markdown> =
  | QuestionStep<Body>
  | InstructionStep<Body>
  | InputStep<Body>
  | DecisionStep
  | SubflowStep
  | VerifyStep<Body>
  | OutcomeStep<Body>

export type OutcomeKind = 'resolved' | 'escalate' | 'refer'

/**
 * Where a step leads. An edge that closes a loop carries `retry`: it may be followed `limit` times in one
 * session, after which it leads to `otherwise` instead.
 */
export interface Edge {
  to: string
  retry?: { limit: number; otherwise: string }
}

interface StepCommon<Body> {
  id: string
  start?: true
  title: string
  body?: Body
  /** Short noun phrase for the note, such as "Printer status"; the title where absent. */
  noted?: string
  /** What to ask the user on the phone. */
  say?: string
  /** Past-tense phrases that show, in a ticket note, that this was already tried. */
  recognise?: string[]
  commands?: Command[]
}

export interface Command {
  shell: 'powershell' | 'cmd' | 'bash' | 'other'
  run: string
  rights: 'user' | 'admin'
  /** What healthy output looks like, and what a fault looks like. */
  good: string
  bad: string
}

export interface Choice {
  /** Unique within its step. */
  id: string
  label: string
  /** What the note says of this answer, in place of the step's phrase and the label. */
  noted?: string
  next: Edge
  /** A cause that this answer rules out, such as "cable or power". */
  rulesOut?: string
}

export interface QuestionStep<Body> extends StepCommon<Body> {
  kind: 'question'
  choices: Choice[]
}

export interface VerifyStep<Body> extends StepCommon<Body> {
  kind: 'verify'
  choices: (Choice & { passed: boolean })[]
}

export interface InstructionStep<Body> extends StepCommon<Body> {
  kind: 'instruction'
  /** `destructive` asks the technician to type `target` (variables filled) before it can be marked done. */
  risk: 'safe' | 'disruptive' | 'destructive'
  target?: string
  next: Edge
}

export interface InputStep<Body> extends StepCommon<Body> {
  kind: 'input'
  fields: InputField[]
  next: Edge
}

export interface InputField {
  /** Used as `{{input.name}}` in later texts and decisions. */
  name: string
  label: string
  type: 'text' | 'number' | 'multiline'
  required: boolean
}

/** Chosen automatically: the first branch whose conditions all hold, else `otherwise`. */
export interface DecisionStep {
  id: string
  start?: true
  kind: 'decision'
  title: string
  branches: { when: Condition[]; next: Edge }[]
  otherwise?: Edge
}

export interface Condition {
  /** A variable name: `ticket.summary`, `company.name`, `contact.name`, `configuration.osType`, `input.ping`. */
  variable: string
  test: 'equals' | 'differs' | 'contains' | 'above' | 'below' | 'present' | 'missing'
  value?: string
}

/**
 * Runs another flow and comes back by the outcome reached there. An outcome without an edge ends the whole
 * session with that outcome. `flow` is a flow id in a draft and a `FlowRef` once published.
 */
export interface SubflowStep {
  id: string
  start?: true
  kind: 'subflow'
  title: string
  flow: string
  on: Partial<Record<OutcomeKind, Edge>>
}

export interface OutcomeStep<Body> extends StepCommon<Body> {
  kind: 'outcome'
  outcome: OutcomeKind
  /** Resolved: what was wrong. */
  cause?: { text: string; certainty: 'confirmed' | 'likely' | 'unknown' }
  /** Escalate and refer: what the next tier needs, and what it should verify first. */
  needs?: string[]
  openQuestion?: string
}
