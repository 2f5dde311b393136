import type { FlowRef } from './flow.ts'

/** `outlook`, 3 → `outlook@3`. */
export function flowRef(id: string, version: number): FlowRef {
  return `${id}@${version}`
}

/** Whether a text names a flow at a version of 1 to 1,000,000; a draft's subflow step names the flow alone. */
export function isFlowRef(text: string): text is FlowRef {
  return /^[^@]+@(?:[1-9]\d{0,5}|1000000)$/.test(text)
}

/** The flow id within a reference or a bare id: `outlook@3` → `outlook`. */
export function flowIdOf(ref: string): string {
  const at = ref.lastIndexOf('@')
  return at < 0 ? ref : ref.slice(0, at)
}
