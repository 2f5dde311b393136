import type { SectionKind } from './document.ts'

/** `lead` is a line of text that introduces the list or output after it. */
export type Block =
  | { kind: 'text' | 'heading' | 'lead' | 'output'; text: string }
  | { kind: 'list'; lines: ArrangedLine[] }

export interface ArrangedSection {
  kind: SectionKind
  lines: ArrangedLine[]
}

export interface ArrangedLine {
  text: string
  /** When it happened: time of day, with the day where the note spans several; empty without. */
  when: string
  /** The same, in UTC. */
  at?: string
  output: string | null
  /** It tells of a step that was skipped or is not relevant. */
  passedOver?: true
}

/** A line with the time it happened at. */
export function dated({ when, text }: ArrangedLine): string {
  return when ? `${when} ${text}` : text
}
