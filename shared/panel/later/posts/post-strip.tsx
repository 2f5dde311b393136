import { useSignal } from '@preact/signals'
import type { PostView } from '#shared/contracts/post.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { PostHead, PostPart } from './post-words.tsx'
import {
  isAway,
  isDoubled,
  isSettled,
  isUndoable,
  sendNow,
  shownPosts,
  textOf,
  undo,
  undoLeft,
  watch,
} from './posts.ts'

/** How posts stand, in plain words, on every screen of their ticket. */
export function PostStrip({ panel, scope }: { panel: Panel; scope: Scope }) {
  const posts = shownPosts(scope)
  return (
    <div class="rf-posts" aria-live="polite">
      {posts.map((post) => (
        <PostRow key={post.id} panel={panel} scope={scope} post={post} />
      ))}
    </div>
  )
}

interface RowProps {
  panel: Panel
  scope: Scope
  post: PostView
}

/** What changes with the clock alone: handed on, since nothing else would draw it anew. */
interface TimedProps extends RowProps {
  /** Milliseconds in which it can still be undone. */
  left: number
}

const looks: Record<PostView['state'], { icon: IconName; tone: string }> = {
  waiting: { icon: 'clock', tone: 'plain' },
  sending: { icon: 'send', tone: 'plain' },
  checking: { icon: 'search', tone: 'warn' },
  posted: { icon: 'check', tone: 'good' },
  failed: { icon: 'cross', tone: 'bad' },
  needs_you: { icon: 'warn', tone: 'bad' },
  undone: { icon: 'undo', tone: 'plain' },
}

function PostRow(props: RowProps) {
  const { panel, scope, post } = props
  const t = allWords.value.post
  const tick = useSignal(0)
  const left = undoLeft(panel, post)
  useChange(`${post.state} ${tick.value}`, () => {
    if (isSettled(post)) return
    return panel.host.surroundings.after(left > 0 ? 500 : 1_500, () => {
      tick.value += 1
      if (undoLeft(panel, post) === 0) void watch(panel, scope, post)
    })
  })
  const { icon, tone } = looks[isDoubled(post) ? 'needs_you' : post.state]
  return (
    <section class={`rf-post rf-banner rf-banner-${tone}`} aria-label={t.inTicket(post.ticket.id)}>
      <Icon name={icon} />
      <div class="rf-grow">
        <PostHead {...props} left={left} />
        {post.parts.map((part) => (
          <PostPart key={part.id} {...props} part={part} />
        ))}
      </div>
      <Actions {...props} left={left} />
    </section>
  )
}

function Actions({ panel, scope, post, left }: TimedProps) {
  const t = allWords.value.post
  const { refreshTicket } = panel.host
  const isSoon = left > 0
  const away = isAway(scope)
  if (isUndoable(post) && (isSoon || (textOf(post)?.message && !away))) {
    return (
      <span class="rf-row rf-tight">
        <Button hint="u" disabled={away} onClick={() => undo(panel, scope, post)}>
          {t.undo}
        </Button>
        {isSoon && (
          <Button look="quiet" hint="g" disabled={away} onClick={() => sendNow(panel, scope, post)}>
            {t.now}
          </Button>
        )}
      </span>
    )
  }
  if (post.state !== 'posted' && post.state !== 'failed' && post.state !== 'undone') return null
  return (
    <span class="rf-row rf-tight">
      {post.state === 'posted' && refreshTicket && (
        <Button onClick={() => void refreshTicket().catch(() => undefined)}>{t.refresh}</Button>
      )}
      <IconButton
        icon="cross"
        label={allWords.value.panel.close}
        onClick={() => {
          scope.aside.value = [...scope.aside.value, post.id]
        }}
      />
    </span>
  )
}
