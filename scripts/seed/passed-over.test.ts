import { describe, expect, it } from 'vitest'
import { buildClosure } from '#shared/flow/build-closure.ts'
import type { Flow, FlowClosure, FlowRef } from '#shared/flow/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'
import { composeNote } from '#shared/note/compose-note.ts'
import { renderPlain } from '#shared/note/render-plain.ts'
import { advance } from '#shared/session/advance.ts'
import { currentStepOf } from '#shared/session/available.ts'
import type { EventBody } from '#shared/session/event.ts'
import { canPassOver, goOnFrom } from '#shared/session/go-on.ts'
import type { Session } from '#shared/session/session.ts'
import { startSession } from '#shared/session/start-session.ts'
import { typedTarget } from '#shared/session/typed-target.ts'
import { readSeedFlows } from './read-seed-flows.ts'

const drafts = await readSeedFlows()
const published = new Map<FlowRef, Flow>()
for (const draft of drafts) {
  const made = publishFlow(draft, 1, Object.fromEntries(drafts.map(({ id }) => [id, 1])))
  if (made.ok) published.set(made.ref, made.flow)
}
const member = '00000000-0000-7000-8000-0000000000a1'

function opened(id: string): { closure: FlowClosure; session: Session } {
  const built = buildClosure(flowRef(id, 1), (ref) => published.get(ref))
  if (!built.ok) throw new Error(`Not published: ${built.missing.join(', ')}`)
  const { closure } = built
  const ticket = { id: 1, kind: 'service', summary: 'Help', company: { id: 1, name: 'Hill' } } as const
  const header = {
    id: '01900000-0000-7000-8000-00000000000f',
    rules: 3,
    flow: closure.root,
    ticket,
    startedBy: member,
    startedAt: '2026-11-24T14:00:00.000Z',
    facts: {},
  } as const
  return { closure, session: startSession(header, closure) }
}

function acted(closure: FlowClosure, session: Session, body: EventBody): Session {
  const seq = session.seq + 1
  const id = `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`
  const at = new Date(Date.UTC(2026, 10, 24, 14, seq)).toISOString()
  const next = advance(closure, session, { id, v: 1, at, by: member, ...body }, seq)
  if (!next.ok) throw new Error(`${body.type} is refused: ${next.reason}`)
  return next.session
}

/** Everything that can be done at the step shown, inputs with a value and with an odd one. */
function moves(closure: FlowClosure, session: Session): EventBody[] {
  const here = currentStepOf(closure, session)
  if (!here || session.status === 'ended') return []
  const { step, address } = here
  if (step.kind === 'question' || step.kind === 'verify')
    return step.choices.map(({ id }) => ({ type: 'answered', step: address, choice: id }))
  if (step.kind === 'instruction')
    return [{ type: 'done', step: address, typedTarget: typedTarget(session, step).text ?? 'by hand' }]
  if (step.kind !== 'input') return []
  return ['none', 'Reply from 198.51.100.45: bytes=32 time=2ms TTL=64 NG-SCAN-02'].map((value) => ({
    type: 'captured',
    step: address,
    values: Object.fromEntries(step.fields.map(({ name }) => [name, value])),
  }))
}

/** A session at each step of a flow that answers lead to, the shortest way there. */
function everyStep(id: string): { closure: FlowClosure; sessions: Map<string, Session> } {
  const { closure, session } = opened(id)
  const sessions = new Map<string, Session>()
  const open = [session]
  for (const one of open) {
    const key = currentStepOf(closure, one)?.address.join('/') ?? ''
    if (one.status === 'ended' || sessions.has(key)) continue
    sessions.set(key, one)
    open.push(...moves(closure, one).map((move) => acted(closure, one, move)))
  }
  return { closure, sessions }
}

const note = (closure: FlowClosure, session: Session) => {
  const reader = { from: 0, poster: member, members: {}, minutes: null, timeZone: 'UTC' }
  return renderPlain(composeNote(session, closure, reader), { ...reader, audience: 'internal' })
}

describe.each(drafts)('passing over the steps of $id', ({ id, steps }) => {
  const { closure, sessions } = everyStep(id)

  it('is tried at every step that the technician comes to', () => {
    const own = [...sessions.keys()].map((key) => key.split(':').at(-1))
    for (const step of steps) {
      if (step.kind === 'question' || step.kind === 'verify') expect(own).toContain(step.id)
    }
  })

  it.each([...sessions])('ends nothing at %s, and the note tells of no outcome', (_key, start) => {
    const step = currentStepOf(closure, start)?.address ?? []
    expect(canPassOver(closure, start)).toBe(true)
    const after = acted(closure, start, { type: 'not_relevant', step, reason: 'other_software' })
    expect([after.status, after.outcome]).toEqual(['active', null])
    expect(note(closure, after)).toMatch(/Skipped: .* \(not relevant, other software\)/)
    expect(note(closure, after)).not.toMatch(/\b(Escalated|Resolved|Referred|Verified)\b/)
    for (const { to } of goOnFrom(closure, after)?.ways ?? []) {
      const on = acted(closure, after, { type: 'not_relevant', step, reason: 'other_software', to })
      expect([on.status, currentStepOf(closure, on)?.address]).toEqual(['active', to])
      expect(note(closure, on)).not.toMatch(/\b(Escalated|Resolved|Referred|Verified)\b/)
    }
  })

  it('from the first step on comes to a stop where only an end in words is left, or a choice', () => {
    let session = opened(id).session
    for (let n = 0; n < 60 && !goOnFrom(closure, session); n++) {
      const step = currentStepOf(closure, session)?.address ?? []
      session = acted(closure, session, { type: 'skipped', step, reason: 'no_time' })
    }
    expect([session.status, goOnFrom(closure, session) === null]).toEqual(['active', false])
    const ended = acted(closure, session, { type: 'concluded', outcome: 'resolved', words: 'It works' })
    expect(ended.outcome?.kind).toBe('resolved')
  })
})
