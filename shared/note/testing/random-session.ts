import fc from 'fast-check'
import type { FlowClosure } from '../../flow/flow.ts'
import type { EventBody, LogEntry } from '../../session/event.ts'
import { foldOn } from '../../session/fold.ts'
import { addressOf, stepAt } from '../../session/place.ts'
import type { Session } from '../../session/session.ts'
import { startSession } from '../../session/start-session.ts'
import { eventId, headerFor, member, minute } from './scripted-session.ts'

/** One throw of the dice: what to do, and two numbers to choose among what can be done. */
export interface Throw {
  what: number
  which: number
  jonas: boolean
  minutes: number
  words: string
}

/** Throws for `playThrows`; words hold what people paste: blanks, marks, digits, paths, emoji. */
export const throws: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({
    what: fc.nat(22),
    which: fc.nat(30),
    jonas: fc.boolean(),
    minutes: fc.nat(400),
    words: fc.oneof(
      fc.constantFrom(
        'C:\\Temp\\spool.log',
        '# comment',
        '10.4.8.21',
        '*done*',
        'Tried\r\ntwice',
        '1. one',
        '👍🏽',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    ),
  }),
  { maxLength: 30 },
)

/** Throws that mostly walk on, once round the loop of the printer flow that asks for an input again. */
export const walks: fc.Arbitrary<Throw[]> = throws.map((dice) => [
  ...[0, 0, 0, 0, 2].map((which) => ({ what: 19, which, jonas: false, minutes: 1, words: 'x' })),
  ...dice.map((one) => ({ ...one, what: one.what % 3 === 0 ? one.what : 19 })),
])

/** Throws with posts among them, to the team and to the client, some withdrawn again. */
export const postings: fc.Arbitrary<Throw[]> = fc
  .tuple(
    fc.oneof(throws, walks),
    fc.array(fc.tuple(fc.nat(40), fc.constantFrom(30, 30, 31)), { maxLength: 8 }),
  )
  .map(([dice, posts]) => {
    const mixed = dice.slice()
    for (const [n, what] of posts) {
      const near = dice[n % Math.max(dice.length, 1)]
      if (near) mixed.splice(n % (mixed.length + 1), 0, { ...near, what })
    }
    return mixed
  })

/** Plays throws against a flow: mostly what can be done at the step shown, some that no longer applies. */
export function playThrows(closure: FlowClosure | null, dice: Throw[]): Session {
  let session = startSession(headerFor(closure), closure)
  let clock = 0
  for (const [index, one] of dice.entries()) {
    clock += one.minutes / 10
    const body = bodyFor(session, closure, one)
    const by = member(one.jonas ? 'jonas' : 'mara')
    const entry: LogEntry = {
      seq: index + 1,
      event: { id: eventId(index + 1), v: 1, at: minute(clock), by, ...body },
    }
    session = foldOn(session, closure, [entry])
  }
  return session
}

/** An end in words, for each outcome, with or without what is asked for at one. */
function concludedBy({ which, words, minutes }: Throw, said: { client?: boolean }): EventBody {
  const outcome = (['escalate', 'resolved', 'refer'] as const)[which % 3] ?? 'refer'
  const certainty = (['confirmed', 'likely', 'unknown'] as const)[which % 3] ?? 'unknown'
  const handOff = { openQuestion: which % 2 ? words : '', verifyFirst: `${words}\n\nCable`, to: words }
  const blank = { openQuestion: '', verifyFirst: '', to: '' }
  return {
    ...{ type: 'concluded', outcome, words: minutes % 2 ? words : '', ...said },
    ...(minutes % 3 && outcome === 'resolved' && { cause: { text: words, certainty } }),
    ...(minutes % 3 && outcome !== 'resolved' && { handOff: minutes % 3 === 1 ? handOff : blank }),
  }
}

function bodyFor(session: Session, closure: FlowClosure | null, dice: Throw): EventBody {
  const { what, which, words } = dice
  const place = session.place
  const step = stepAt(closure, place)
  const address = place ? addressOf(place) : ['printer-offline@3:who']
  const some = eventId(1 + (which % Math.max(session.acts.length, 1)))
  const said = which % 3 ? { client: which % 3 === 1 } : {}
  switch (what) {
    case 0:
      return { type: 'acted', text: words, ...said }
    case 1:
      return { type: 'evidence', title: words, text: `${words}\n${words}`, source: 'pasted', step: address }
    case 2:
      return { type: 'went_back', supersedes: session.trail.at(-1 - (which % 3)) ?? some }
    case 3:
      return {
        type: 'changed_answer',
        supersedes: session.trail.at(-1 - (which % 4)) ?? some,
        choice: 'offline',
      }
    case 4:
      return { type: 'skipped', step: address, reason: 'other', words, ...said }
    case 5:
      return { type: 'not_relevant', step: address, reason: 'already_known' }
    case 6:
      return { type: 'parked', reason: 'waiting_vendor', words }
    case 7:
      return { type: 'resumed' }
    case 8:
      return { type: 'late_judged', event: some, keep: which % 2 === 0 }
    case 9:
      return { type: 'done', step: ['printer-offline@3:spooler'] }
    case 10:
      return which % 5 ? { type: 'paused' } : concludedBy(dice, said)
    case 20:
      return { type: 'line_added', section: 'done', text: words, ...said }
    case 21:
      return { type: 'line_edited', line: `act:${some}`, text: words, ...said }
    case 30:
      return {
        type: 'posted',
        post: eventId(5_000 + session.seq),
        upTo: session.seq,
        audience: (['internal', 'discussion', 'resolution'] as const)[which % 3] ?? 'internal',
        ...(dice.minutes % 4 === 0 && { whole: true }),
      }
    case 31: {
      const posts = session.acts.flatMap(({ event }) => (event.type === 'posted' ? [event.post] : []))
      return { type: 'post_withdrawn', post: posts[which % Math.max(posts.length, 1)] ?? some }
    }
    case 22:
      return { type: 'line_shown', line: `act:${some}`, client: which % 2 === 0 }
    default:
      if (step?.kind === 'question' || step?.kind === 'verify') {
        return {
          type: 'answered',
          step: address,
          choice: step.choices[which % step.choices.length]?.id ?? '',
        }
      }
      if (step?.kind === 'input') {
        return {
          type: 'captured',
          step: address,
          values: { address: words || 'x', ping: `${words}\n${words}` },
        }
      }
      return { type: 'done', step: address }
  }
}
