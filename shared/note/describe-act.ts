import type { Choice, OutcomeKind, Step } from '../flow/flow.ts'
import type { HandOff, StepAddress } from '../session/event.ts'
import type { Act } from '../session/session.ts'
import type { EventOf } from '../session/work.ts'
import { isFigure } from './audience.ts'
import { cleanText, oneLine } from './clean-text.ts'
import type { SectionKind } from './document.ts'
import { evidenceTitle } from './evidence-title.ts'
import { passedOverText } from './passed-over.ts'
import type { StepTexts } from './step-texts.ts'
import { type NoteStrings, say } from './strings.ts'

/** An act of work in words: phrases and labels of the flow, values and words of the technician. */
export interface Described {
  kind: 'answer' | 'captured' | 'done' | 'passed_over' | 'acted' | 'evidence' | 'words'
  text: string
  output?: string
  /** Of an answered verify step. */
  passed?: boolean
  /** The cause that the answer rules out. */
  rulesOut?: string
  /** A question or input that is put to the user. */
  asked?: boolean
  /** The words are the technician's. */
  own?: boolean
  /** Left out where the client may see the text, whoever wrote it. */
  internal?: boolean
  /** It holds what a technician wrote freely; of what the answer rules out, `causeFree`. */
  free?: boolean
  causeFree?: boolean
  /** Whether the client may read it, where the technician said so. */
  client?: boolean
}

/** Fills variables as they stood at the act; `free` tells whether that fills in what a technician wrote freely. */
interface Filler {
  fill(text: string): string
  free(text: string): boolean
}

/** A captured value longer than this, or of several lines, is drawn as output. */
const LONGEST_INLINE = 160

/**
 * Words for an act, or null where it is no work: going back, pausing, edits of the note. A conclusion and a line
 * of the technician's own are told here only if they came late; otherwise the note shows them elsewhere.
 */
export function describeAct(
  { event, seq, standing }: Act,
  address: StepAddress | undefined,
  texts: StepTexts,
  strings: NoteStrings,
): Described | null {
  const step = address && texts.step(address)
  const fill = (text: string) => texts.fill(text, seq)
  const free = (text: string) => texts.holdsWords(text, seq)
  const filler = { fill, free }
  const named = (text: string | undefined) => (text && fill(text)) || (address ? texts.id(address) : '')
  const about = step && (noted(step) ?? step.title)
  const subject = () => named(about)
  const title = () => named(step?.title)
  const client = 'client' in event ? event.client : undefined
  const own = { own: true, free: true, ...(client !== undefined && { client }) }
  switch (event.type) {
    case 'answered':
    case 'changed_answer':
      return describeAnswer(event.choice, step, { template: about ?? '', text: subject() }, filler, strings)
    case 'done': {
      const phrase = step && noted(step)
      const text = phrase ? fill(phrase) : say(strings.instructionDone, { title: title() })
      const target = event.typedTarget
      const told = target && !names(text, target) ? say(strings.targetTyped, { text, target }) : text
      const typed = told !== text && !isTargetOf(step, target, filler)
      return { kind: 'done', text: oneLine(told), free: typed || free(phrase ?? step?.title ?? '') }
    }
    case 'captured':
      return (
        describeValues(event.values, step, filler) ?? {
          kind: 'captured',
          text: joined(subject(), strings.nothingEntered),
          free: free(about ?? ''),
        }
      )
    case 'skipped':
    case 'not_relevant':
      return {
        kind: 'passed_over',
        internal: true,
        text: passedOverText(title(), event, strings),
        ...(client !== undefined && { client }),
      }
    case 'acted':
      return { kind: 'acted', text: oneLine(event.text), ...own }
    case 'evidence':
      return {
        kind: 'evidence',
        text: evidenceTitle(event.title, step, fill, strings),
        output: trimLines(event.text),
        internal: true,
      }
    case 'concluded':
      if (standing !== 'late') return null
      return { kind: 'words', text: endingInWords(event, strings), ...own }
    case 'line_added':
      return standing === 'late' ? { kind: 'words', text: oneLine(event.text), ...own } : null
    default:
      return null
  }
}

/** `Printer status: Offline`; a subject that ends in a mark of its own gets no colon. */
export function joined(subject: string, words: string): string {
  const [head, tail] = [oneLine(subject), oneLine(words)]
  if (!head || !tail) return head || tail
  return /[?!:.…]$/.test(head) ? `${head} ${tail}` : `${head}: ${tail}`
}

/** All that was said at an end, in one line. */
function endingInWords(event: EventOf<'concluded'>, strings: NoteStrings): string {
  const { cause, handOff, outcome, words } = event
  const certain = cause?.text.trim() ? say(strings.cause[cause.certainty], { text: cause.text }) : ''
  const parts: [SectionKind, string][] = [
    ['cause', certain],
    ['open_question', handOff?.openQuestion ?? ''],
    ['verify_first', handOff?.verifyFirst ?? ''],
  ]
  const said = parts.flatMap(([kind, text]) => (text.trim() ? [joined(strings.headings[kind], text)] : []))
  return [joined(outcomeName(outcome, handOff, strings), words), ...said].join('; ')
}

/** What an outcome is called in a note, with whom it was handed to. */
export function outcomeName(kind: OutcomeKind, handOff: HandOff | undefined, strings: NoteStrings): string {
  const [outcome, whom] = [strings.outcome[kind], oneLine(handOff?.to ?? '')]
  return whom && kind !== 'resolved' ? say(strings.handedTo, { outcome, whom }) : outcome
}

/** Whether a text already names what the technician typed. */
function names(text: string, target: string): boolean {
  return text.toLowerCase().includes(target.trim().toLowerCase())
}

/** Whether what was typed is the target that the flow names, and no words of the technician's. */
function isTargetOf(step: Step | undefined, typed: string | undefined, { fill, free }: Filler): boolean {
  const target = step?.kind === 'instruction' ? (step.target ?? '') : ''
  return !free(target) && fill(target).trim().toLowerCase() === typed?.trim().toLowerCase()
}

function noted(step: Step): string | undefined {
  return 'noted' in step ? step.noted : undefined
}

function describeAnswer(
  id: string,
  step: Step | undefined,
  subject: { template: string; text: string },
  { fill, free }: Filler,
  strings: NoteStrings,
): Described {
  const choices: (Choice & { passed?: boolean })[] = step && 'choices' in step ? step.choices : []
  const choice = choices.find((one) => one.id === id)
  const label = choice ? fill(choice.label) : id
  const answer = strings.plainAnswers.includes(label) ? label.toLowerCase() : label
  return {
    kind: 'answer',
    text: choice?.noted ? oneLine(fill(choice.noted)) : joined(subject.text, answer),
    free: free(choice?.noted || `${subject.template} ${choice?.label ?? ''}`),
    asked: step?.kind === 'question' && step.say !== undefined,
    ...(choice?.passed !== undefined && { passed: choice.passed }),
    ...(choice?.rulesOut && { rulesOut: oneLine(fill(choice.rulesOut)), causeFree: free(choice.rulesOut) }),
  }
}

function describeValues(
  values: Record<string, string>,
  step: Step | undefined,
  { fill, free }: Filler,
): Described | null {
  const fields = step?.kind === 'input' ? step.fields : []
  const inline: string[] = []
  const long: { label: string; value: string }[] = []
  let words = false
  for (const [name, value] of Object.entries(values)) {
    if (!value.trim()) continue
    const field = fields.find((one) => one.name === name)
    const label = oneLine(field ? fill(field.label) : name)
    words ||= !(field?.type === 'number' && isFigure(value)) || free(field.label)
    if (value.length > LONGEST_INLINE || /[\r\n]/.test(value.trim())) long.push({ label, value })
    else inline.push(joined(label, value))
  }
  const text = (inline.length > 0 ? inline : long.map(({ label }) => label)).join('; ')
  const several = inline.length + long.length > 1
  const output = long.map(({ label, value }) => (several ? `${label}:\n` : '') + trimLines(value))
  const asked = step?.kind === 'input' && step.say !== undefined
  return text
    ? { kind: 'captured', text, asked, free: words, ...(output.length > 0 && { output: output.join('\n') }) }
    : null
}

/** Output as pasted, cleaned, without blank lines around it. */
function trimLines(text: string): string {
  return cleanText(text)
    .trimEnd()
    .replace(/^(?:[ \t]*\n)+/, '')
}
