import type { DeliveryView, PostView } from '#shared/contracts/post.ts'
import { Button } from '../../parts/button.tsx'
import { apiNow, type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { clockIn } from '../time/clock-in-zone.ts'
import { Doubled } from './doubled.tsx'
import { isAway, isDoubled, settle, textOf } from './posts.ts'

interface PostProps {
  panel: Panel
  scope: Scope
  post: PostView
}

/** How a post stands, in a word or two; what its parts say stands below. `left` are milliseconds to undo it. */
export function PostHead({ panel, scope, post, left }: PostProps & { left: number }) {
  const t = allWords.value.post
  if (isDoubled(post)) return <b>{t.needsYou}</b>
  if (post.state === 'posted') {
    const author = otherAuthor(panel, post)
    return (
      <>
        <b>{t.sent}</b> <span>{t.inTicket(scope.ticket.id)}</span>
        {author && <span> · {t.author(author)}</span>}
      </>
    )
  }
  if (post.state === 'undone') return <span>{t.undone}</span>
  if (post.state === 'waiting' && left === 0 && isAway(scope)) return <b>{t.away}</b>
  const why = whyOf(post)
  return (
    <>
      <b>{wordOf(post, left)}</b> {why && <span>{why}</span>}
    </>
  )
}

function wordOf(post: PostView, left: number): string {
  const t = allWords.value.post
  const isOnlyStatus = textOf(post)?.state === 'posted'
  if (post.state === 'needs_you') return t.needsYou
  if (post.state === 'failed') return isOnlyStatus ? t.statusFailed : t.failed
  if (post.state === 'checking') return t.checking
  if (post.state === 'waiting' && left > 0) return t.sendingIn(Math.ceil(left / 1000))
  if (post.state === 'waiting' && messageOf(post)) return t.waiting
  return isOnlyStatus ? t.statusSending : t.sending
}

/** What is true of the state as such, where no part says it in its own words. */
function whyOf(post: PostView): string | null {
  const t = allWords.value.post
  if (post.state === 'checking' && !messageOf(post)) return t.checkingWhy
  return post.state === 'sending' ? t.sendingWhy : null
}

/** What the part says that makes the post stand as it does. */
const messageOf = ({ state, parts }: PostView): string | null =>
  parts.find((part) => part.state === state && part.message)?.message ?? null

/** Whom ConnectWise names instead of the member who posted. */
function otherAuthor(panel: Panel, post: PostView): string | null {
  const author = textOf(post)?.author
  const expected = panel.me.value?.member
  if (!author || !expected || post.by !== expected.id) return null
  return author === expected.psaIdentifier || author === expected.name ? null : author
}

/** A part that says something of its own, and what can be done about it. */
export function PostPart({ panel, scope, post, part }: PostProps & { part: DeliveryView }) {
  const t = allWords.value.post
  const isAsking = part.state === 'needs_you' || part.state === 'failed'
  if (!part.message && !isAsking && !part.doubled) return null
  return (
    <div>
      <p>
        {part.part === 'status' && <b>{t.statusPart}: </b>}
        {part.message}
        {part.state === 'waiting' && part.message && part.nextTryAt && <> {nextTry(panel, part.nextTryAt)}</>}
      </p>
      {(isAsking || part.doubled) && (
        <div class="rf-row">
          {part.doubled && <Doubled panel={panel} scope={scope} post={post} part={part} />}
          {part.state === 'needs_you' && part.mayBeThere && (
            <Button onClick={() => settle(panel, scope, part.id, 'it_is_there')}>
              {part.part === 'status' ? t.isSet : t.isThere}
            </Button>
          )}
          {isAsking && <Unsent panel={panel} scope={scope} post={post} part={part} />}
          <TicketLink scope={scope} />
        </div>
      )}
    </div>
  )
}

function Unsent({ panel, scope, post, part }: PostProps & { part: DeliveryView }) {
  const t = allWords.value.post
  const copy = () =>
    void (navigator.clipboard?.writeText(post.text) ?? Promise.reject(new Error('No clipboard.'))).then(
      () => say(panel, t.copied),
      () => say(panel, allWords.value.aside.copyFailed),
    )
  return (
    <>
      <Button onClick={() => settle(panel, scope, part.id, 'send_again')}>{t.again}</Button>
      {part.part === 'text' && <Button onClick={copy}>{t.copy}</Button>}
      <Button look="quiet" onClick={() => settle(panel, scope, part.id, 'give_up')}>
        {t.giveUp}
      </Button>
    </>
  )
}

function TicketLink({ scope }: { scope: Scope }) {
  const url = scope.view.value?.url
  if (!url) return null
  return (
    <a class="rf-button rf-quiet" href={url} target="_blank" rel="noreferrer">
      {allWords.value.ticket.open}
    </a>
  )
}

/** When it is tried again: as a clock shows it, so that it is not read out anew each second. */
function nextTry(panel: Panel, at: string): string {
  const t = allWords.value.post
  const due = Date.parse(at)
  const timeZone = panel.me.value?.member.timeZone ?? 'UTC'
  return due - apiNow(panel) < 60_000 ? t.nextTrySoon : t.nextTryAt(clockIn(timeZone, due))
}
