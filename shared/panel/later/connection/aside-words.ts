import type { FlowClosure } from '#shared/flow/flow.ts'
import type { SessionEvent } from '#shared/session/event.ts'
import type { Session } from '#shared/session/session.ts'
import { allWords } from '../../words/all-words.ts'
import { trailLines } from '../trail/trail-lines.ts'

/** A session as far as this browser knows it. */
export interface KnownSession {
  session: Session
  closure: FlowClosure | null
}

/** What an event says, in the words in which it was done: what it was about, and what was written or chosen. */
export function asideWords(event: SessionEvent, known: KnownSession | null): { label: string; text: string } {
  const written = writtenIn(event)
  const line = known && lineOf(event, known)
  if (line) return { label: line.label, text: written || line.detail }
  return { label: labels(event.type) ?? allWords.value.aside.entry, text: written }
}

function labels(type: SessionEvent['type']): string | undefined {
  const { act, pick, run } = allWords.value
  const known: Partial<Record<SessionEvent['type'], string>> = {
    acted: act.acted,
    evidence: act.evidence,
    went_back: act.went_back,
    paused: pick.status.paused,
    resumed: run.resume,
  }
  return known[type]
}

function lineOf(event: SessionEvent, { session, closure }: KnownSession) {
  const act = { seq: session.seq + 1, event, standing: 'stands' as const, visit: 0 }
  const lines = trailLines({ ...session, acts: [...session.acts, act] }, closure)
  return lines.find((line) => line.event === event.id)
}

/** All that a person typed or pasted in an event. */
function writtenIn(event: SessionEvent): string {
  if (event.type === 'captured') return Object.values(event.values).join('\n')
  const parts: string[] = []
  if ('title' in event) parts.push(event.title)
  if ('text' in event) parts.push(event.text)
  if ('words' in event && event.words) parts.push(event.words)
  if ('typedTarget' in event && event.typedTarget) parts.push(event.typedTarget)
  if (event.type === 'line_removed' && event.reason) parts.push(event.reason)
  return parts.join('\n')
}
