import type { Placeholders } from '../redaction/placeholders.ts'
import { type RedactionPolicy, redact } from '../redaction/redact.ts'
import type { NoteDocument } from './document.ts'

/** A note with what may not go to the policy's destination replaced, and how many values that were. */
export function redactNote(
  note: NoteDocument,
  policy: RedactionPolicy,
): { note: NoteDocument; replaced: number } {
  let placeholders: Placeholders | undefined = policy.placeholders
  let replaced = 0
  const clean = (text: string): string => {
    const done = redact(text, { ...policy, ...(placeholders && { placeholders }) })
    placeholders = done.placeholders
    replaced += done.findings.length
    return done.text
  }
  const sections = note.sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({
      ...line,
      text: clean(line.text),
      ...(line.output !== undefined && { output: clean(line.output) }),
    })),
  }))
  return { note: { ...note, sections }, replaced }
}
