import type { DeliveryJob } from '#api/ports/delivery.ts'
import type { TicketText } from '#api/ports/psa.ts'
import { findMarkers } from '#shared/note/marker.ts'
import { normaliseBody } from '#shared/note/match-text.ts'
import type { Found } from './found.ts'
import { words } from './words.ts'

/** Clocks differ: a text may bear a time this much before it was sent. */
const clockSkewMs = 120_000
const prefixLength = 60

/** Looks for a delivery's text among all texts of its ticket. Complete lists only. */
export function findText(job: DeliveryJob, texts: readonly TicketText[]): Found {
  const candidates = texts.filter((text) => !text.byContact && !isAnothers(job, text))
  return job.delivery.marker === null
    ? findExact(job, candidates)
    : findMarked(job, job.delivery.marker, candidates)
}

/**
 * A marker that somebody quoted does not count: the text must also begin as ours does. Under the other kind it is
 * ours as well, since a note may be made a time entry by hand; but that is no second one.
 */
function findMarked(job: DeliveryJob, marker: string, texts: readonly TicketText[]): Found {
  const marked = texts.filter((text) => findMarkers(text.text).includes(marker))
  const ours = marked.filter((text) => beginsAlike(text.text, job.post.text))
  if (ours.length === 0 && marked.length > 0) return { kind: 'doubt', message: words.quoted }
  const asSent = ours.filter((text) => text.kind === job.post.request.kind)
  return among(asSent.length > 0 ? asSent : ours.slice(0, 1))
}

/** Without a marker: kind, author, time and every word must agree. Every word alone leaves a person to say. */
function findExact(job: DeliveryJob, texts: readonly TicketText[]): Found {
  const earliest = (job.delivery.sentAt ?? job.post.acceptedAt) - clockSkewMs
  const body = normaliseBody(job.post.text)
  const alike = texts.filter((text) => normaliseBody(text.text) === body && !(timeOf(text) < earliest))
  const same = alike.filter(
    (text) =>
      text.kind === job.post.request.kind &&
      text.author?.toLowerCase() === job.post.member.toLowerCase() &&
      timeOf(text) >= earliest,
  )
  if (job.delivery.state === 'posted') return among(same)
  if (alike.length > 1) return { kind: 'doubt', message: words.severalAlike }
  if (alike.length > same.length) return { kind: 'doubt', message: words.alikeButOther }
  return among(same)
}

function among(texts: readonly TicketText[]): Found {
  const [first] = texts
  if (first === undefined) return { kind: 'none' }
  const { id, author, kind } = first
  return texts.length === 1
    ? { kind: 'found', id, author }
    : {
        kind: 'several',
        id,
        author,
        of: kind,
        copies: texts.map(({ id, createdAt }) => ({ id, at: createdAt })),
      }
}

/** The text of another delivery, which may have the very same words. */
const isAnothers = ({ others }: DeliveryJob, text: TicketText) =>
  others.some(({ kind, id }) => kind === text.kind && id === text.id)

const timeOf = ({ createdAt }: TicketText) => (createdAt === null ? Number.NaN : Date.parse(createdAt))

function beginsAlike(text: string, ours: string): boolean {
  const start = normaliseBody(ours).slice(0, prefixLength)
  return normaliseBody(text).startsWith(start)
}
