import { ApiError } from '#shared/client.ts'
import type { AcceptPost, PostView } from '#shared/contracts/post.ts'
import { type Panel, say, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { readTicket } from '../../state/ticket.ts'
import { isOffline, troubleOf } from '../../state/trouble.ts'
import { allWords } from '../../words/all-words.ts'
import { canPost, type Draft, draftOf, readOptions, whyNotPost } from '../note/draft.ts'
import { hasContradiction } from '../note/late.ts'
import { clock } from '../note/note-lines.tsx'
import { notByHand } from './by-hand.ts'
import { confirmationOf, needsConfirmation } from './confirmation.ts'

/** Answers that say for certain that nothing was accepted; after any other it may have been. */
const refusals: ReadonlySet<string> = new Set([
  'invalid',
  'conflict',
  'forbidden',
  'not_found',
  'too_large',
  'not_signed_in',
])

const pendingKey = (panel: Panel, scope: Scope) =>
  `${panel.me.value?.member.id}/panel/post/${scope.live.value?.id ?? ''}`

/**
 * Posts the note as shown: what is unsent first, then the text. Hit twice it is the same post. Text that the client
 * may see is asked about once more before.
 */
export async function post(panel: Panel, scope: Scope): Promise<void> {
  const draft = draftOf(panel, scope)
  const live = scope.live.value
  if (draft.accepting.value || !live) return
  const t = allWords.value.note
  if (!canPost(draft)) return say(panel, whyNotPost(draft))
  const doubt = notByHand(panel)
  if (doubt) return say(panel, t.notByHand[doubt])
  if (hasContradiction(panel, scope)) return say(panel, allWords.value.late.first)
  if (needsConfirmation(draft) && draft.confirmed.value !== confirmationOf(draft))
    return show(panel, 'visible')
  draft.accepting.value = true
  draft.trouble.value = ''
  try {
    // Where nobody answers a question either, no request has left, and that can be said.
    if (scope.state.value?.link === 'offline') await panel.host.client.call('getMe')
    await live.flush()
    const body = await bodyToSend(panel, scope, draft)
    if (!body) return
    await panel.host.store.put(pendingKey(panel, scope), body).catch(() => undefined)
    const view = await panel.host.client.call('acceptPost', { params: { id: live.id }, body })
    await accepted(panel, scope, draft, view)
  } catch (error) {
    await refused(panel, scope, draft, error)
  } finally {
    draft.accepting.value = false
  }
}

/**
 * The request. Where an earlier one was never answered it may have arrived: then it is looked for first, and its
 * id is used again only once the API says that it never saw it.
 */
async function bodyToSend(panel: Panel, scope: Scope, draft: Draft): Promise<AcceptPost | null> {
  const pending = await panel.host.store.get(pendingKey(panel, scope)).catch(() => null)
  const id = isRequest(pending) ? pending.id : (scope.postId.value ?? panel.host.surroundings.newId())
  scope.postId.value = id
  const body = requestOf(scope, draft, id)
  if (isRequest(pending) && JSON.stringify(pending) !== JSON.stringify(body)) {
    try {
      const view = await panel.host.client.call('getPost', { params: { id } })
      await accepted(panel, scope, draft, view)
      return null
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'not_found')) throw error
    }
  }
  return body
}

function requestOf(scope: Scope, draft: Draft, id: string): AcceptPost {
  const { time, status, audience } = draft
  const open = time.value
  const agreement = draft.options.value?.defaults.agreement?.id ?? null
  const header = scope.state.value?.session.header.ticket
  const view = scope.view.value
  const asTime = draft.kind.value === 'time' && open !== null
  return {
    id,
    kind: asTime ? 'time' : 'note',
    audience: audience.value,
    scope: draft.coverage.value,
    upTo: scope.state.value?.session.seq ?? 0,
    text: draft.composed.value?.text ?? '',
    time: open && {
      start: open.start,
      end: open.end,
      minutes: open.minutes,
      gaps: open.gaps,
      worked: open.worked,
      workType: asTime ? draft.workType.value : null,
      workRole: asTime ? draft.workRole.value : null,
      agreement: asTime ? agreement : null,
      billable: asTime ? draft.billable.value : null,
    },
    status: status.value,
    notify: audience.value !== 'internal' && draft.notify.value,
    confirmedVisible: audience.value !== 'internal',
    shown: {
      summary: view?.summary ?? header?.summary ?? '',
      company: view?.company.id ?? header?.company.id ?? 0,
      closed: view?.status.closed ?? false,
    },
  }
}

async function accepted(panel: Panel, scope: Scope, draft: Draft, view: PostView): Promise<void> {
  scope.posts.value = { ...scope.posts.value, [view.id]: view }
  scope.posting.value = view.id
  scope.postId.value = null
  draft.confirmed.value = ''
  draft.forgetStatus()
  // What comes next is for the team again, until somebody says otherwise.
  draft.audience.value = 'internal'
  draft.coverage.value = 'since_last_post'
  draft.day.value = null
  scope.screen.value = 'run'
  await panel.host.store.delete(pendingKey(panel, scope)).catch(() => undefined)
  panel.dialog.value = null
}

/** Once the server is back: takes back what was said of its absence, and looks for a post it never answered. */
export async function whenBack(panel: Panel, scope: Scope, draft: Draft): Promise<void> {
  const { unreached, unanswered, notThere } = allWords.value.post
  if (draft.trouble.value === unreached) draft.trouble.value = ''
  if (draft.trouble.value !== unanswered || draft.accepting.value) return
  draft.accepting.value = true
  try {
    const pending = await panel.host.store.get(pendingKey(panel, scope))
    if (!isRequest(pending)) return
    const view = await panel.host.client.call('getPost', { params: { id: pending.id } })
    draft.trouble.value = ''
    await accepted(panel, scope, draft, view)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_found') draft.trouble.value = notThere
  } finally {
    draft.accepting.value = false
  }
}

async function refused(panel: Panel, scope: Scope, draft: Draft, error: unknown): Promise<void> {
  draft.confirmed.value = ''
  draft.trouble.value = troubleOf(error)
  if (isOffline(error)) {
    // A request that left, now or before, may have arrived.
    const pending = await panel.host.store.get(pendingKey(panel, scope)).catch(() => null)
    const { unreached, unanswered } = allWords.value.post
    draft.trouble.value = isRequest(pending) ? unanswered : unreached
  }
  if (!(error instanceof ApiError && refusals.has(error.code))) return
  // Refused is not accepted: the next try is a post of its own.
  scope.postId.value = null
  await panel.host.store.delete(pendingKey(panel, scope)).catch(() => undefined)
  if (error.code === 'conflict') await takeAnew(panel, scope, draft, error)
}

/** After an answer that was to be expected: what changed is read again and said, or shown where it stands. */
async function takeAnew(panel: Panel, scope: Scope, draft: Draft, error: ApiError): Promise<void> {
  draft.trouble.value = error.message
  const { kind, post: other } = error.details
  if (kind === 'posted_elsewhere' && typeof other === 'string') {
    const view = await panel.host.client.call('getPost', { params: { id: other } }).catch(() => null)
    if (!view) return
    draft.trouble.value = ''
    say(panel, allWords.value.post.elsewhere)
    return accepted(panel, scope, draft, view)
  }
  const before = draft.time.value
  await Promise.all([readTicket(panel, scope), readOptions(panel, scope, draft)])
  if (kind !== 'time_changed') return
  const t = allWords.value.note
  const zone = panel.me.value?.member.timeZone
  const told = (time: typeof before) =>
    time
      ? `${t.minutes(time.minutes)} ${t.stretch(clock(time.start, zone), clock(time.end, zone))}`
      : t.noTime
  draft.trouble.value = t.timeChanged(told(draft.time.value), told(before))
}

function isRequest(value: unknown): value is AcceptPost {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'upTo' in value
}
