import type { PostView, SettleDelivery } from '#shared/contracts/post.ts'
import { apiNow, type Panel, say } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { troubleOf } from '../state/trouble.ts'
import { allWords } from '../words/all-words.ts'

const final = new Set<PostView['state']>(['posted', 'failed', 'undone'])
const order: PostView['state'][] = [
  'waiting',
  'sending',
  'checking',
  'needs_you',
  'failed',
  'posted',
  'undone',
]

/** The posts to show: those on their way or in need of somebody, and the one just made until it is put aside. */
export function shownPosts(scope: Scope): PostView[] {
  const all = new Map((scope.state.value?.posts ?? []).map((post) => [post.id, post]))
  for (const own of Object.values(scope.posts.value)) {
    const told = all.get(own.id)
    all.set(own.id, told ? further(told, own) : own)
  }
  return [...all.values()].filter(
    (post) =>
      !scope.aside.value.includes(post.id) &&
      (!(post.state === 'posted' || post.state === 'undone') || post.id === scope.posting.value),
  )
}

/** The newer of two views of one post: states only move on. */
function further(a: PostView, b: PostView): PostView {
  return order.indexOf(b.state) > order.indexOf(a.state) ? b : a
}

/** Milliseconds in which it can still be undone. */
export function undoLeft(panel: Panel, post: PostView): number {
  return post.state === 'waiting' ? Math.max(0, Date.parse(post.notBefore) - apiNow(panel)) : 0
}

/** Whether there is a post that can still be undone. */
export function canUndo(scope: Scope): boolean {
  return shownPosts(scope).some(({ state }) => state === 'waiting')
}

/** Takes the waiting post back. */
export function undo(panel: Panel, scope: Scope): void {
  const waiting = shownPosts(scope).find(({ state }) => state === 'waiting')
  if (waiting)
    void ask(panel, scope, () => panel.host.client.call('undoPost', { params: { id: waiting.id } }))
}

/** Sends the waiting post without waiting longer. */
export function sendNow(panel: Panel, scope: Scope): void {
  const waiting = shownPosts(scope).find(({ state }) => state === 'waiting')
  if (waiting)
    void ask(panel, scope, () => panel.host.client.call('sendPostNow', { params: { id: waiting.id } }))
}

/** Settles a part of a post that needs somebody. */
export function settle(panel: Panel, scope: Scope, delivery: string, how: SettleDelivery['how']): void {
  const params = { id: delivery }
  void ask(panel, scope, () => panel.host.client.call('settleDelivery', { params, body: { how } }))
}

/** Asks the API how a post stands, until nothing changes any more; the stream may be faster. */
export async function watch(panel: Panel, scope: Scope, post: PostView): Promise<void> {
  if (final.has(post.state) || scope.gone) return
  await ask(panel, scope, () => panel.host.client.call('getPost', { params: { id: post.id } }), true)
}

async function ask(panel: Panel, scope: Scope, call: () => Promise<PostView>, quiet = false): Promise<void> {
  try {
    const view = await call()
    scope.posts.value = { ...scope.posts.value, [view.id]: view }
    if (view.state === 'undone' && view.id === scope.posting.value) {
      say(panel, allWords.value.post.undone)
      scope.aside.value = [...scope.aside.value, view.id]
    }
  } catch (error) {
    if (!quiet) say(panel, troubleOf(error))
  }
}
