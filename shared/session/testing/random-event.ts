import type { FlowClosure, Step } from '../../flow/flow.ts'
import { chance, pick, type Random, whole } from '../../testing/seeded-random.ts'
import { currentStepOf } from '../available.ts'
import type { EventBody, StepAddress } from '../event.ts'
import { goOnFrom, type Passed } from '../go-on.ts'
import type { Session } from '../session.ts'
import { typedTarget } from '../typed-target.ts'

const VALUES = ['3', '12 ms', 'Hill', 'yes', '']
const WORDS = ['', 'because']
const INSTANT = '2026-11-24T08:00:00.000Z'

/** What a technician could sensibly do at the present step; null where nothing moves the session on. */
export function randomMove(random: Random, closure: FlowClosure | null, session: Session): EventBody | null {
  const here = currentStepOf(closure, session)
  if (!here || session.status === 'ended') return null
  if (session.status === 'parked') return { type: 'resumed' }
  const { step, address } = here
  if (chance(random, 0.15)) return passOver(random, address, goOnFrom(closure, session))
  return moveFrom(random, step, address, session)
}

function moveFrom(random: Random, step: Step, address: StepAddress, session: Session): EventBody | null {
  switch (step.kind) {
    case 'question':
    case 'verify':
      return { type: 'answered', step: address, choice: pick(random, step.choices).id }
    case 'instruction':
      return { type: 'done', step: address, typedTarget: typedTarget(session, step).text ?? 'by hand' }
    case 'input':
      return {
        type: 'captured',
        step: address,
        values: Object.fromEntries(step.fields.map(({ name }) => [name, pick(random, ['3', '12 ms'])])),
      }
    default:
      return null
  }
}

function passOver(random: Random, step: StepAddress, passed: Passed | null): EventBody {
  const way = passed && passed.ways.length > 0 && chance(random, 0.7) ? pick(random, passed.ways) : null
  const rest = { step, ...(way && { to: way.to }) }
  return chance(random, 0.5)
    ? { type: 'skipped', reason: 'no_access', ...rest }
    : { type: 'not_relevant', reason: 'other', words: 'another device', ...rest }
}

/** Anything that can arrive, sensible or not. `ids` are events that exist somewhere. */
export function randomBody(
  random: Random,
  closure: FlowClosure | null,
  session: Session,
  ids: string[],
): EventBody {
  const sensible = chance(random, 0.6) ? randomMove(random, closure, session) : null
  if (sensible) return sensible
  const known = [...session.trail, ...ids]
  const event = known.length > 0 && chance(random, 0.9) ? pick(random, known) : 'no-such-event'
  const step = randomAddress(random, closure, session)
  const line = `${pick(random, ['tried', 'done', 'next'])}:${event}`
  const words = chance(random, 0.3) ? undefined : pick(random, WORDS)
  const said = words === undefined ? {} : { words }
  return pick<() => EventBody>(random, [
    () => ({ type: 'answered', step, choice: pick(random, ['yes', 'no', 'c0', 'c1', '__proto__']) }),
    () => ({ type: 'done', step }),
    () => ({ type: 'captured', step, values: { v0: pick(random, VALUES), nonsense: 'x' } }),
    () => ({ type: 'skipped', step, reason: pick(random, ['no_time', 'other'] as const), ...said }),
    () => ({ type: 'skipped', step, reason: 'no_time', to: randomAddress(random, closure, session) }),
    () => ({
      type: 'not_relevant',
      step,
      reason: pick(random, ['already_known', 'other'] as const),
      ...said,
    }),
    () => ({ type: 'acted', text: words ?? 'rebooted the switch' }),
    () => ({ type: 'evidence', title: 'ping', text: words ?? 'Reply from 10.0.0.1', source: 'pasted' }),
    () => ({ type: 'went_back', supersedes: event }),
    () => ({ type: 'went_back', supersedes: event }),
    () => ({ type: 'changed_answer', supersedes: event, choice: pick(random, ['yes', 'no', 'c0', 'c1']) }),
    () => ({ type: 'paused' }),
    () => ({ type: 'resumed' }),
    () => ({ type: 'parked', reason: 'waiting_part', ...said }),
    () => ({
      type: 'concluded',
      outcome: pick(random, ['resolved', 'escalate', 'refer'] as const),
      words: words ?? 'as told',
      ...(chance(random, 0.3) && { cause: { text: words ?? '', certainty: 'likely' } }),
      ...(chance(random, 0.3) && { handOff: { openQuestion: words ?? '', verifyFirst: '', to: '' } }),
    }),
    () => ({ type: 'line_edited', line, text: words ?? 'my words' }),
    () => ({ type: 'line_added', section: 'next', text: words ?? 'my line' }),
    () => ({ type: 'line_removed', line, ...(words !== undefined && { reason: words }) }),
    () => ({ type: 'line_restored', line }),
    () => ({ type: 'line_shown', line, client: chance(random, 0.5) }),
    () => ({ type: 'start_moved', to: pick(random, [INSTANT, 'yesterday']) }),
    () => ({
      type: 'gap_judged',
      from: INSTANT,
      to: pick(random, [INSTANT, '']),
      worked: chance(random, 0.5),
    }),
    () => ({ type: 'late_judged', event, keep: chance(random, 0.5) }),
    () => ({ type: 'posted', post: 'post', upTo: whole(random, 20) }),
    () => ({ type: 'post_withdrawn', post: 'post' }),
  ])()
}

function randomAddress(random: Random, closure: FlowClosure | null, session: Session): StepAddress {
  const here = currentStepOf(closure, session)?.address
  if (here && chance(random, 0.4)) return here
  const flows = Object.entries(closure?.flows ?? {})
  const nowhere = [[], ['x'], ['flow-0@1:nowhere'], ['none@9:s0']]
  if (flows.length === 0 || chance(random, 0.2)) return pick(random, nowhere)
  const [ref, flow] = pick(random, flows)
  if (flow.steps.length === 0) return pick(random, nowhere)
  return [`${ref}:${pick(random, flow.steps).id}`]
}

/** A move of somebody who passes nothing over and takes the answer that leads furthest back, again and again. */
export function stubbornMove(
  random: Random,
  closure: FlowClosure | null,
  session: Session,
): EventBody | null {
  const [here, frame] = [currentStepOf(closure, session), session.place?.frames.at(-1)]
  if (!here || !frame || session.status === 'ended') return null
  const { step, address } = here
  if (step.kind !== 'question' && step.kind !== 'verify') return moveFrom(random, step, address, session)
  const order = closure?.flows[frame.flow]?.steps.map(({ id }) => id) ?? []
  const [first] = step.choices.toSorted((a, b) => order.indexOf(a.next.to) - order.indexOf(b.next.to))
  return first ? { type: 'answered', step: address, choice: first.id } : null
}
