import { useSignal } from '@preact/signals'
import type { DeliveryView, PostView } from '#shared/contracts/post.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { useChange } from '../parts/effects.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { allWords } from '../words/all-words.ts'
import { sendNow, settle, shownPosts, undo, undoLeft, watch } from './posts.ts'

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
  useChange(`${post.state} ${tick.value}`, () => {
    if (post.state === 'posted' || post.state === 'undone' || post.state === 'failed') return
    return panel.host.surroundings.after(post.state === 'waiting' ? 500 : 1_500, () => {
      tick.value += 1
      if (undoLeft(panel, post) === 0) void watch(panel, scope, post)
    })
  })
  const { icon, tone } = looks[post.state]
  return (
    <section class={`rf-post rf-banner rf-banner-${tone}`} aria-label={t.inTicket(post.ticket.id)}>
      <Icon name={icon} />
      <div class="rf-grow">
        <Words {...props} />
        {post.parts.map((part) => (
          <Part key={part.id} {...props} part={part} />
        ))}
      </div>
      <Actions {...props} />
    </section>
  )
}

function Words({ panel, scope, post }: RowProps) {
  const t = allWords.value.post
  const seconds = Math.ceil(undoLeft(panel, post) / 1000)
  const author = post.parts.find(({ part }) => part === 'text')?.author
  const expected = panel.me.value?.member
  const asSomebodyElse =
    author &&
    expected &&
    author !== expected.psaIdentifier &&
    author !== expected.name &&
    post.by === expected.id
  switch (post.state) {
    case 'waiting':
      return <b>{seconds > 0 ? t.sendingIn(seconds) : t.sending}</b>
    case 'sending':
      return (
        <>
          <b>{t.sending}</b> <span>{t.sendingWhy}</span>
        </>
      )
    case 'checking':
      return (
        <>
          <b>{t.checking}</b> <span>{t.checkingWhy}</span>
        </>
      )
    case 'posted':
      return (
        <>
          <b>{t.sent}</b> <span>{t.inTicket(scope.ticket.id)}</span>
          {asSomebodyElse && <span> · {t.author(author)}</span>}
        </>
      )
    case 'needs_you':
      return (
        <>
          <b>{t.needsYou}</b> <span>{t.needsYouWhy(post.ticket.id)}</span>
        </>
      )
    case 'failed':
      return <b>{t.failed}</b>
    case 'undone':
      return <span>{t.undone}</span>
    default:
      return post.state satisfies never
  }
}

/** A part that says something of its own, and what can be done about it. */
function Part({ panel, scope, part }: RowProps & { part: DeliveryView }) {
  const t = allWords.value.post
  const isAsking = part.state === 'needs_you' || part.state === 'failed'
  if (!part.message && !isAsking) return null
  return (
    <div>
      <p>
        {part.part === 'status' && <b>{t.statusPart}: </b>}
        {part.message}
      </p>
      {isAsking && (
        <div class="rf-row">
          {part.state === 'needs_you' && (
            <Button onClick={() => settle(panel, scope, part.id, 'it_is_there')}>{t.isThere}</Button>
          )}
          <Button onClick={() => settle(panel, scope, part.id, 'send_again')}>{t.again}</Button>
          <Button look="quiet" onClick={() => settle(panel, scope, part.id, 'give_up')}>
            {t.giveUp}
          </Button>
        </div>
      )}
    </div>
  )
}

function Actions({ panel, scope, post }: RowProps) {
  const t = allWords.value.post
  const { refreshTicket } = panel.host
  if (post.state === 'waiting' && undoLeft(panel, post) > 0) {
    return (
      <span class="rf-row rf-tight">
        <Button hint="u" onClick={() => undo(panel, scope)}>
          {t.undo}
        </Button>
        <Button look="quiet" hint="g" onClick={() => sendNow(panel, scope)}>
          {t.now}
        </Button>
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
