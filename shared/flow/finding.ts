/** Something wrong in a flow draft. Errors block publishing; warnings do not. */
export interface Finding {
  severity: 'error' | 'warning'
  code: FindingCode
  /** The id of the step it is about. */
  step?: string
  /** A sentence that says what to do. */
  message: string
}

export type FindingCode =
  | 'no_steps'
  | 'no_start'
  | 'several_starts'
  | 'duplicate_step'
  | 'duplicate_choice'
  | 'duplicate_label'
  | 'duplicate_field'
  | 'choice_without_target'
  | 'step_without_target'
  | 'unknown_target'
  | 'unreachable_step'
  | 'dead_end'
  | 'question_without_choices'
  | 'verify_without_pass'
  | 'verify_without_fail'
  | 'decision_without_else'
  | 'loop_without_limit'
  | 'retry_limit'
  | 'resolved_unverified'
  | 'unknown_subflow'
  | 'subflow_cycle'
  | 'subflow_too_deep'
  | 'destructive_without_target'
  | 'unknown_variable'
  | 'too_many_steps'
  | 'too_many_clicks'

/** What keeps a flow from being published; `step` is the step it is about, undefined for the whole flow. */
export function error(code: FindingCode, step: string | undefined, message: string): Finding {
  return { severity: 'error', code, ...(step !== undefined && { step }), message }
}

/** What its author should look at; publishing goes on. */
export function warning(code: FindingCode, step: string | undefined, message: string): Finding {
  return { severity: 'warning', code, ...(step !== undefined && { step }), message }
}
