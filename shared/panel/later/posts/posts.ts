import { type Signal, signal } from '@preact/signals'
import type { DeliveryView, PostView, RemoveCopy, SettleDelivery } from '#shared/contracts/post.ts'
import { apiNow, type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { isOffline, troubleOf } from '../../state/trouble.ts'
import { allWords } from '../../words/all-words.ts'

/** By ticket: the API did not answer the last time it was asked for a post. */
const unanswered = new WeakMap<Scope, Signal<boolean>>()

function unansweredOn(scope: Scope): Signal<boolean> {
  const known = unanswered.get(scope) ?? signal(false)
  unanswered.set(scope, known)
  return known
}

/** Whether the API cannot be reached now, as far as is known: then no post can be taken back or hurried. */
export function isAway(scope: Scope): boolean {
  return unansweredOn(scope).value || scope.state.value?.link === 'offline'
}

const final = new Set<PostView['state']>(['posted', 'failed', 'undone'])

/** The posts of the session shown, each as it is known to stand. */
export function allPosts(scope: Scope): PostView[] {
  const all = new Map((scope.state.value?.posts ?? []).map((post) => [post.id, post]))
  for (const own of Object.values(scope.posts.value)) {
    const told = all.get(own.id)
    all.set(own.id, told ? newer(told, own) : own)
  }
  return [...all.values()]
}

/** The posts to show: those on their way or in need of somebody, and the one just made until it is put aside. */
export function shownPosts(scope: Scope): PostView[] {
  return allPosts(scope).filter(
    (post) =>
      !scope.aside.value.includes(post.id) &&
      (!(post.state === 'posted' || post.state === 'undone') ||
        isDoubled(post) ||
        post.id === scope.posting.value),
  )
}

/** The newer of two views of one post, by what the API counted; states may go back, so they say nothing. */
const newer = (told: PostView, own: PostView): PostView =>
  (told.version ?? 0) > (own.version ?? 0) ? told : own

/** Whether the post's text stands in the ticket more than once. */
export const isDoubled = ({ parts }: PostView): boolean => parts.some(({ doubled }) => doubled === true)

/** Whether nothing changes any more, unless a person does something about it. */
export const isSettled = ({ state, parts }: PostView): boolean =>
  final.has(state) && !parts.some(({ removing }) => removing)

/** The part of a post that is its text. */
export const textOf = ({ parts }: PostView): DeliveryView | undefined =>
  parts.find(({ part }) => part === 'text')

/** Milliseconds until it is first sent; none once that was tried, as with Send now. */
export function undoLeft(panel: Panel, post: PostView): number {
  const text = textOf(post)
  const isWaiting = post.state === 'waiting' && text?.state !== 'posted' && !text?.message
  return isWaiting ? Math.max(0, Date.parse(post.notBefore) - apiNow(panel)) : 0
}

/** Whether it can be taken back: its text waits, and no send of it can have arrived. */
export function isUndoable(post: PostView): boolean {
  const text = textOf(post)
  return post.state === 'waiting' && text?.state === 'waiting' && !text.mayBeThere
}

/** Whether there is a post that can still be undone, and an API to ask for it. */
export function canUndo(scope: Scope): boolean {
  return !isAway(scope) && shownPosts(scope).some(isUndoable)
}

/** Takes a waiting post back, the first unless one is named. */
export function undo(panel: Panel, scope: Scope, post = shownPosts(scope).find(isUndoable)): void {
  if (post) void ask(panel, scope, () => panel.host.client.call('undoPost', { params: { id: post.id } }))
}

/** Sends a waiting post without waiting longer, the first unless one is named. */
export function sendNow(panel: Panel, scope: Scope, post = shownPosts(scope).find(isUndoable)): void {
  if (post) void ask(panel, scope, () => panel.host.client.call('sendPostNow', { params: { id: post.id } }))
}

/** Settles a part of a post that needs somebody. */
export function settle(panel: Panel, scope: Scope, delivery: string, how: SettleDelivery['how']): void {
  const params = { id: delivery }
  if (how === 'look_again') say(panel, allWords.value.post.looking)
  void ask(panel, scope, () => panel.host.client.call('settleDelivery', { params, body: { how } }))
}

/** Has one of a doubled text's copies removed from the ticket. */
export function removeCopy(panel: Panel, scope: Scope, delivery: string, body: RemoveCopy): void {
  const params = { id: delivery }
  void ask(panel, scope, () => panel.host.client.call('removeCopy', { params, body }))
}

/** Asks the API how a post stands, until nothing changes any more; the stream may be faster. */
export async function watch(panel: Panel, scope: Scope, post: PostView): Promise<void> {
  if (isSettled(post) || scope.gone) return
  await ask(panel, scope, () => panel.host.client.call('getPost', { params: { id: post.id } }), true)
}

async function ask(panel: Panel, scope: Scope, call: () => Promise<PostView>, quiet = false): Promise<void> {
  try {
    const view = await call()
    unansweredOn(scope).value = false
    scope.posts.value = { ...scope.posts.value, [view.id]: view }
    if (view.state === 'undone' && view.id === scope.posting.value) {
      say(panel, allWords.value.post.undone)
      scope.aside.value = [...scope.aside.value, view.id]
    }
  } catch (error) {
    unansweredOn(scope).value = isOffline(error)
    if (!quiet) say(panel, troubleOf(error))
  }
}
