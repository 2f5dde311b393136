import type { DeliveryJob } from '#api/ports/delivery.ts'
import type { TicketText } from '#api/ports/psa.ts'
import { findMarkers } from '#shared/note/marker.ts'
import { normaliseBody } from '#shared/note/match-text.ts'

/** What a search of the ticket for a delivery showed. */
export type Found =
  | { kind: 'found'; id: number; author: string | null }
  /** More than once: ids of the first. */
  | { kind: 'several'; id: number; author: string | null; count: number }
  | { kind: 'none' }
  /** Something is there that may be it; a person has to say. */
  | { kind: 'doubt'; message: string }
  /** The ticket could not be read completely, which says nothing. */
  | { kind: 'failed'; retryAfterMs: number }

/** Clocks differ: a text may bear a time this much before it was sent. */
const clockSkewMs = 120_000
const prefixLength = 60

/** Looks for a delivery's text among all texts of its ticket. Complete lists only. */
export function findText(job: DeliveryJob, texts: readonly TicketText[]): Found {
  const candidates = texts.filter((text) => !text.byContact && isOfKind(job, text))
  return job.delivery.marker === null
    ? findExact(job, candidates)
    : findMarked(job, job.delivery.marker, candidates)
}

/** A marker that somebody quoted does not count: the text must also begin as ours does. */
function findMarked(job: DeliveryJob, marker: string, texts: readonly TicketText[]): Found {
  const marked = texts.filter((text) => findMarkers(text.text).includes(marker))
  const ours = marked.filter((text) => beginsAlike(text.text, job.post.text))
  if (ours.length === 0 && marked.length > 0)
    return {
      kind: 'doubt',
      message:
        'A text in the ticket bears this reference but reads differently. Look at it, then say whether it is ours.',
    }
  return among(ours)
}

function findExact(job: DeliveryJob, texts: readonly TicketText[]): Found {
  const earliest = (job.delivery.sentAt ?? job.post.acceptedAt) - clockSkewMs
  const body = normaliseBody(job.post.text)
  const same = texts.filter(
    (text) =>
      normaliseBody(text.text) === body &&
      (text.createdAt === null || Date.parse(text.createdAt) >= earliest),
  )
  if (same.length > 1)
    return {
      kind: 'doubt',
      message: 'The ticket holds this text more than once. Look at it, then say whether yours is there.',
    }
  return among(same)
}

function among(texts: readonly TicketText[]): Found {
  const [first] = texts
  if (first === undefined) return { kind: 'none' }
  const { id, author } = first
  return texts.length === 1
    ? { kind: 'found', id, author }
    : { kind: 'several', id, author, count: texts.length }
}

const isOfKind = (job: DeliveryJob, text: TicketText) =>
  text.kind === (job.post.request.kind === 'time' ? 'time' : 'note')

function beginsAlike(text: string, ours: string): boolean {
  const start = normaliseBody(ours).slice(0, prefixLength)
  return normaliseBody(text).startsWith(start)
}
