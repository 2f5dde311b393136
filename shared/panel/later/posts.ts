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
      (!(post.state === 'posted' || post.state === 'undone') || post.id === scope.posting.value),
  )
}

/** Views from before somebody settled the post: what came after counts, though it stands further back. */
const outdated = new WeakSet<PostView>()

/** The newer of two views of one post: unless somebody settles it, its states only move on. */
function newer(a: PostView, b: PostView): PostView {
  if (outdated.has(a)) return b
  if (outdated.has(b)) return a
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
  const before = [...(scope.state.value?.posts ?? []), ...Object.values(scope.posts.value)]
  void ask(panel, scope, async () => {
    const view = await panel.host.client.call('settleDelivery', { params, body: { how } })
    for (const old of before) if (old.id === view.id) outdated.add(old)
    return view
  })
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
