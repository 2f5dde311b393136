import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FlowClosure } from '../flow/flow.ts'
import { redact } from '../redaction/redact.ts'
import { standingPosts } from '../session/coverage.ts'
import type { LogEntry } from '../session/event.ts'
import { fold, foldOn } from '../session/fold.ts'
import type { Session } from '../session/session.ts'
import { testRuns } from '../testing/test-runs.ts'
import { composeNote } from './compose-note.ts'
import type { Audience, NoteLine } from './document.ts'
import { composePost } from './post-text.ts'
import { reader } from './testing/note-of.ts'
import { printer } from './testing/printer-flow.ts'
import { playThrows, postings } from './testing/random-session.ts'
import { eventId, minute } from './testing/scripted-session.ts'
import { notInTicket } from './told-before.ts'

const runs = { numRuns: testRuns() }
const flows = fc.constantFrom(printer, null)
const { poster, members, timeZone } = reader

interface Posted {
  post: string
  audience: Audience
  whole: boolean
  /** Posts that stood when it was composed. */
  stood: Set<string>
  /** The lines its readers saw. */
  lines: NoteLine[]
}

const logOf = ({ acts }: Session): LogEntry[] =>
  acts.map(({ seq, event, late }) => ({ seq, event, ...(late && { late }) }))

/** Every post of a session with the lines that its text had, composed as it was then. */
function postsOf(session: Session, flow: FlowClosure | null): Posted[] {
  return session.acts.flatMap(({ event }): Posted[] => {
    if (event.type !== 'posted' || event.audience === undefined) return []
    const { audience, whole = false, post } = event
    const then = fold(session.header, flow, logOf(session).slice(0, event.upTo))
    const { note } = composePost(then, flow, {
      ...{ audience, poster, members, timeZone, time: null, limit: 1e9, terms: [] },
      scope: whole ? 'whole_session' : 'since_last_post',
    })
    const lines = note.sections
      .flatMap((section) => section.lines)
      .filter((line) => audience === 'internal' || line.audience === 'everyone')
    return [{ post, audience, whole, stood: new Set(standingPosts(then).map((one) => one.post)), lines }]
  })
}

const isClient = (audience: Audience) => audience !== 'internal'
const claimOf = ({ key, events }: NoteLine) => JSON.stringify([key, events])
const isStatement = ({ key }: NoteLine) => !key.startsWith('place:')
/** As the team reads it: neither cut short nor with a value replaced. */
const isWhole = ({ text, output }: NoteLine) =>
  output === undefined && !text.includes('[') && redact(text, { destination: 'client' }).text === text

function withPost(session: Session, flow: FlowClosure | null, audience: Audience): Session {
  const { seq } = session
  const head = { id: eventId(9_000), v: 1, at: minute(9_000), by: poster } as const
  const event = { ...head, type: 'posted', post: eventId(9_001), upTo: seq, audience } as const
  return foldOn(session, flow, [{ seq: seq + 1, event }])
}

describe('any session with any posts', () => {
  it('has every line in a post that stands and may carry it, or counts it as not in the ticket', () => {
    fc.assert(
      fc.property(flows, postings, (flow, dice) => {
        const session = playThrows(flow, dice)
        const standing = new Set(standingPosts(session).map(({ post }) => post))
        const told = postsOf(session, flow).filter(({ post }) => standing.has(post))
        const seen = new Set([
          ...told.flatMap(({ lines }) => lines.flatMap(({ events }) => events)),
          ...notInTicket(session, flow, []).flatMap(({ events }) => events),
        ])
        const all = composeNote(session, flow, reader).sections.flatMap((section) => section.lines)
        const lost = all.filter(
          (line) => /^(act|wait|ruled|outcome):/.test(line.key) || !line.key.includes(':'),
        )
        expect(lost.filter(({ events }) => !events.some((id) => seen.has(id)))).toEqual([])
      }),
      runs,
    )
  })

  it('has no line twice for the same readers but where the whole session was asked for', () => {
    fc.assert(
      fc.property(flows, postings, (flow, dice) => {
        const posts = postsOf(playThrows(flow, dice), flow)
        for (const [n, later] of posts.entries()) {
          if (later.whole) continue
          const before = posts.slice(0, n).filter(({ post }) => later.stood.has(post))
          const same = before.filter(({ audience }) => isClient(audience) === isClient(later.audience))
          const forAll = before.filter(({ audience }) => isClient(audience) && !isClient(later.audience))
          const told = new Set([
            ...same.flatMap(({ lines }) => lines.filter(isStatement).map(claimOf)),
            ...forAll.flatMap(({ lines }) => lines.filter(isStatement).filter(isWhole).map(claimOf)),
          ])
          expect(later.lines.filter((line) => told.has(claimOf(line)))).toEqual([])
        }
      }),
      runs,
    )
  })

  it('has nothing left for the ticket after an internal post, and only what the client may not read after another', () => {
    fc.assert(
      fc.property(flows, postings, (flow, dice) => {
        const session = playThrows(flow, dice)
        const missing = (audience: Audience) => notInTicket(withPost(session, flow, audience), flow, [])
        expect(missing('internal')).toEqual([])
        expect(missing('resolution').filter((line) => line.audience === 'everyone' && isWhole(line))).toEqual(
          [],
        )
      }),
      runs,
    )
  })

  it('says the same when its log is read again', () => {
    fc.assert(
      fc.property(
        flows,
        postings,
        fc.constantFrom<Audience>('internal', 'resolution'),
        (flow, dice, audience) => {
          const session = playThrows(flow, dice)
          const log: LogEntry[] = JSON.parse(JSON.stringify(logOf(session)))
          const again = fold(session.header, flow, log)
          const options = { audience, poster, members, timeZone, time: null, limit: 4_000, terms: [] }
          const of = (one: Session) => composePost(one, flow, { ...options, scope: 'since_last_post' })
          expect(of(again)).toEqual(of(session))
          expect(notInTicket(again, flow, [])).toEqual(notInTicket(session, flow, []))
        },
      ),
      runs,
    )
  })
})
