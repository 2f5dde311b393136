import type { z } from 'zod'
import type { FlowDraft } from '../flow/flow.ts'
import { flowDraftSchema } from './flow-draft.ts'

export type FlowFile = { ok: true; flows: FlowDraft[] } | { ok: false; problems: string[] }

const SHOWN = 20
const LARGEST = 5_000_000

/**
 * Reads an import file: the JSON of one flow draft, or a list of them. Each problem is a sentence with the place
 * it is about, such as `steps 3, choices 1, label`; counting starts at 1.
 */
export function parseFlowFile(text: string): FlowFile {
  if (text.length > LARGEST)
    return { ok: false, problems: ['Split the file: it is larger than 5 million characters.'] }
  const content = parseJson(text)
  if (content === undefined)
    return { ok: false, problems: ['Save the file as JSON: it cannot be read as such.'] }
  const flows: FlowDraft[] = []
  const problems: string[] = []
  const given: unknown[] = Array.isArray(content) ? content : [content]
  if (given.length === 0) problems.push('Put at least one flow into the file.')
  for (const [index, draft] of given.entries()) {
    const parsed = flowDraftSchema.safeParse(draft, { error: plainly })
    if (parsed.success) flows.push(parsed.data)
    else {
      const where = Array.isArray(content) ? [`flow ${index + 1}`] : []
      problems.push(
        ...parsed.error.issues.map((issue) => sentence([...where, ...words(issue.path)], messageOf(issue))),
      )
    }
  }
  if (problems.length === 0) return { ok: true, flows }
  const rest = problems.length - SHOWN
  return {
    ok: false,
    problems: rest > 0 ? [...problems.slice(0, SHOWN), `${rest} more problems follow.`] : problems,
  }
}

/** Where the schema itself says nothing of what to change. */
function plainly(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return issue.input === undefined ? 'This is missing.' : 'Give an object in braces here.'
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return 'Say true or false.'
  if (issue.code === 'invalid_value')
    return `Write ${issue.values.map(String).join(' or ')} here, or leave it out.`
  return 'This cannot be read here.'
}

/** What is not known is named, at the place where it stands. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message
  const [only, ...more] = issue.keys
  return more.length === 0 ? `${only} is not known here.` : `${issue.keys.join(', ')} are not known here.`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** `['steps', 2, 'title']` → `['steps 3', 'title']` */
function words(path: PropertyKey[]): string[] {
  const parts: string[] = []
  for (const key of path) {
    const last = parts.pop()
    if (typeof key !== 'number') parts.push(...(last === undefined ? [] : [last]), String(key))
    else parts.push(last === undefined ? `entry ${key + 1}` : `${last} ${key + 1}`)
  }
  return parts
}

function sentence(where: string[], message: string): string {
  return where.length > 0 ? `${where.join(', ')}: ${message}` : message
}
