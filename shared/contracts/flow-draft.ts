import { z } from 'zod'

/**
 * A flow draft as it travels and as it is imported; infers `FlowDraft`. Limits keep one flow small enough for
 * every client; messages say what to change.
 */

const STEPS = 500
const TEXT = 20_000

const line = (max = 300) => z.string('Write a text here.').max(max, `Shorten this text to ${max} characters.`)
const filled = (max = 300) =>
  line(max).refine((text) => text.trim() !== '', 'Write something here; it is empty.')
const list = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item, 'Give a list here.').max(max, `Keep at most ${max} entries here.`)

const flowId = z
  .string('Name the flow’s id.')
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, 'Use lower-case letters, digits and dashes, at most 80.')
const stepId = z
  .string('Name the step’s id.')
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,79})$/, 'Use letters, digits, dashes and underscores, at most 80.')
/** Empty while an author has not chosen yet; the checks ask for it before publishing. */
const target = z.union([z.literal(''), stepId], 'Name the id of the step that follows.')

const edge = z.strictObject({
  to: target,
  retry: z
    .strictObject({
      limit: z
        .int('Give a whole number.')
        .min(1, 'Allow at least one retry.')
        .max(20, 'Allow at most 20 retries.'),
      otherwise: target,
    })
    .optional(),
})

const common = { id: stepId, start: z.literal(true).optional(), title: filled() }

const command = z.strictObject({
  shell: z.enum(['powershell', 'cmd', 'bash', 'other'], 'Choose powershell, cmd, bash or other.'),
  run: filled(TEXT),
  rights: z.enum(['user', 'admin'], 'Choose user or admin.'),
  good: line(2_000),
  bad: line(2_000),
})

const told = {
  ...common,
  body: line(TEXT).optional(),
  noted: line().optional(),
  say: line(2_000).optional(),

  recognise: list(filled(), 50).optional(),
  commands: list(command, 20).optional(),
}

const choice = z.strictObject({
  id: stepId,
  label: filled(120),
  noted: line().optional(),
  next: edge,
  rulesOut: line().optional(),
})

const question = z.strictObject({ ...told, kind: z.literal('question'), choices: list(choice, 20) })

const verify = z.strictObject({
  ...told,
  kind: z.literal('verify'),
  choices: list(
    choice.extend({ passed: z.boolean('Say true where this answer means it works, else false.') }),
    20,
  ),
})

const instruction = z.strictObject({
  ...told,
  kind: z.literal('instruction'),
  risk: z.enum(['safe', 'disruptive', 'destructive'], 'Choose safe, disruptive or destructive.'),
  target: line().optional(),
  next: edge,
})

const field = z.strictObject({
  name: z
    .string('Name the field.')
    .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'Begin with a lower-case letter; use letters and digits, at most 40.'),
  label: filled(120),
  type: z.enum(['text', 'number', 'multiline'], 'Choose text, number or multiline.'),
  required: z.boolean('Say true or false.'),
})

const input = z.strictObject({
  ...told,
  kind: z.literal('input'),
  fields: list(field, 20).min(1, 'Add at least one field.'),
  next: edge,
})

const condition = z.strictObject({
  variable: z
    .string('Name a variable.')
    .regex(/^[a-z]+\.[A-Za-z]\w{0,59}$/, 'Name a variable such as company.name or input.ping.'),
  test: z.enum(
    ['equals', 'differs', 'contains', 'above', 'below', 'present', 'missing'],
    'Choose equals, differs, contains, above, below, present or missing.',
  ),
  value: line().optional(),
})

const decision = z.strictObject({
  ...common,
  kind: z.literal('decision'),
  branches: list(z.strictObject({ when: list(condition, 20), next: edge }), 20),
  otherwise: edge.optional(),
})

const subflow = z.strictObject({
  ...common,
  kind: z.literal('subflow'),
  flow: z.union([z.literal(''), flowId], 'Name the id of the flow that this step runs.'),
  on: z.strictObject({ resolved: edge.optional(), escalate: edge.optional(), refer: edge.optional() }),
})

const outcome = z.strictObject({
  ...told,
  kind: z.literal('outcome'),
  outcome: z.enum(['resolved', 'escalate', 'refer'], 'Choose resolved, escalate or refer.'),
  cause: z
    .strictObject({
      text: filled(2_000),
      certainty: z.enum(['confirmed', 'likely', 'unknown'], 'Choose confirmed, likely or unknown.'),
    })
    .optional(),
  needs: list(filled(2_000), 20).optional(),
  openQuestion: line(2_000).optional(),
})

const step = z.discriminatedUnion(
  'kind',
  [question, instruction, input, decision, subflow, verify, outcome],
  'Choose the kind question, instruction, input, decision, subflow, verify or outcome.',
)

export const flowDraftSchema = z.strictObject(
  {
    id: flowId,
    title: filled(120),
    kind: z.enum(
      ['troubleshooting', 'procedure', 'maintenance'],
      'Choose troubleshooting, procedure or maintenance.',
    ),
    summary: line(),
    symptoms: list(filled(), 50),
    steps: list(step, STEPS),
  },
  'Give a flow: an object with id, title, kind, summary, symptoms and steps.',
)
