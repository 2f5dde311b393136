import { normaliseBody } from '#shared/note/match-text.ts'
import type { StoredJob } from '../store-in-memory.ts'
import type { SimulatedConnectWise } from './simulated-connectwise.ts'

/** What the judge knows of a run that has come to rest. */
export interface Outcome {
  jobs: StoredJob[]
  server: Pick<SimulatedConnectWise, 'texts' | 'statusChanges'>
  /** Texts that a member was told to have taken back. */
  undone: ReadonlySet<string>
  /** From when on a text may be sent, by its delivery. */
  notBefore: ReadonlyMap<string, number>
}

/** Every promise that a run broke, in words; an empty list is what every seed must give. */
export function judge({ jobs, server, undone, notBefore }: Outcome): string[] {
  const wrong: string[] = []
  const texts = jobs.filter(({ delivery }) => delivery.part === 'text')
  for (const { delivery, post } of jobs) {
    const { id, state, message, dueAt } = delivery
    const waitsForText = delivery.part === 'status' && state === 'waiting' && dueAt === null
    if (state === 'sending' || state === 'checking' || (state === 'waiting' && !waitsForText))
      wrong.push(`${id} is stuck as ${state}`)
    if ((state === 'needs_you' || state === 'failed') && (message ?? '') === '')
      wrong.push(`${id} is ${state} without a word`)
    if (undone.has(id) !== (state === 'undone') && delivery.part === 'text')
      wrong.push(`${id} was ${undone.has(id) ? '' : 'not '}taken back, and is ${state}`)
    if (delivery.removing !== null) wrong.push(`${id} is still being removed`)
    const text = texts.find((one) => one.post.id === post.id)
    if (waitsForText && text?.delivery.state === 'posted') wrong.push(`${id} was forgotten`)
  }
  for (const group of groupsOf(texts)) wrong.push(...judgeAlike(group, server, notBefore))
  for (const ticket of new Set(texts.map(({ post }) => post.ticket.id)))
    wrong.push(
      ...judgeOrder(
        texts.filter(({ post }) => post.ticket.id === ticket),
        server,
      ),
    )
  for (const job of jobs) if (job.delivery.part === 'status') wrong.push(...judgeStatus(job, texts, server))
  const strays = server.texts.filter((one) => !one.byHand && !texts.some((job) => isText(job, one)))
  if (strays.length > 0) wrong.push(`${strays.length} texts that nobody accepted`)
  return wrong
}

type Stored = SimulatedConnectWise['texts'][number]

const isText = ({ post }: StoredJob, stored: Stored) =>
  !stored.byHand &&
  stored.kind === post.request.kind &&
  stored.ticket === post.ticket.id &&
  stored.internal === (post.request.audience === 'internal') &&
  normaliseBody(stored.text) === normaliseBody(post.text)

/** Posts whose texts look the same in the ticket: with markers each is alone. */
function groupsOf(texts: StoredJob[]): StoredJob[][] {
  const groups = new Map<string, StoredJob[]>()
  for (const job of texts) {
    const { request, ticket, text } = job.post
    const name = JSON.stringify([request.kind, request.audience, ticket.id, text])
    groups.set(name, [...(groups.get(name) ?? []), job])
  }
  return [...groups.values()]
}

function judgeAlike(
  group: StoredJob[],
  { texts }: Outcome['server'],
  notBefore: Outcome['notBefore'],
): string[] {
  const wrong: string[] = []
  const [first] = group
  if (first === undefined) return wrong
  const there = texts.filter((one) => isText(first, one))
  const named = group.map(({ delivery }) => delivery.id).join(', ')
  const count = (state: string) => group.filter(({ delivery }) => delivery.state === state).length
  const [posted, open] = [count('posted'), count('needs_you')]
  if (there.length < posted) wrong.push(`${named}: ${posted} said to be posted, ${there.length} there`)
  if (there.length > posted + open)
    wrong.push(`${named}: ${there.length} there, ${posted} posted and ${open} open`)
  const claimed = group.flatMap(({ delivery: { state, psaId } }) => (state === 'posted' ? [psaId] : []))
  if (new Set(claimed).size < claimed.length) wrong.push(`${named}: two posts say they are the same text`)
  if (claimed.some((id) => !there.some((one) => one.id === id)))
    wrong.push(`${named}: posted as a text that is not there`)
  const earliest = Math.min(...group.map(({ delivery }) => notBefore.get(delivery.id) ?? 0))
  if (there.some(({ at }) => at < earliest)) wrong.push(`${named}: sent while it could be taken back`)
  return wrong
}

/** The texts of a ticket stand there in the order in which they were accepted. */
function judgeOrder(texts: StoredJob[], { texts: stored }: Outcome['server']): string[] {
  const places = texts
    .filter(({ delivery }) => delivery.state === 'posted')
    .sort((a, b) => a.post.acceptedAt - b.post.acceptedAt || (a.post.id < b.post.id ? -1 : 1))
    .map(({ delivery, post }) =>
      stored.findIndex((one) => one.id === delivery.psaId && one.kind === post.request.kind),
    )
  const isInOrder = places.every((place, n) => n === 0 || place > (places[n - 1] ?? -1))
  return isInOrder ? [] : [`the texts of ticket ${texts[0]?.post.ticket.id} stand out of order`]
}

function judgeStatus(
  job: StoredJob,
  texts: StoredJob[],
  { statusChanges, texts: stored }: Outcome['server'],
) {
  const wrong: string[] = []
  const { id, state } = job.delivery
  const text = texts.find(({ post }) => post.id === job.post.id)
  const set = statusChanges.filter(
    ({ status, ticket }) => status === job.post.request.status && ticket === job.post.ticket.id,
  )
  if (set.length > 1) wrong.push(`${id} was set ${set.length} times`)
  if (state === 'posted' && set.length === 0) wrong.push(`${id} is said to be set and is not`)
  if (set.length > 0 && state !== 'posted' && state !== 'needs_you')
    wrong.push(`${id} was set, and is ${state}`)
  const { psaId } = text?.delivery ?? {}
  const own = stored.find((one) => one.id === psaId && one.kind === job.post.request.kind)
  if (set.some(({ at }) => text?.delivery.state !== 'posted' || own === undefined || at < own.at))
    wrong.push(`${id} was set before its text was there`)
  return wrong
}
