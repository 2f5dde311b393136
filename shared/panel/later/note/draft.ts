import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { AcceptPost } from '#shared/contracts/post.ts'
import type { MemberActivity } from '#shared/contracts/session.ts'
import type { PostOptions } from '#shared/contracts/ticket.ts'
import type { Audience } from '#shared/note/document.ts'
import { composePost, isWorthPosting, type PostText } from '#shared/note/post-text.ts'
import { coveredUpTo } from '#shared/session/coverage.ts'
import type { SessionTime } from '#shared/session/time/work-time.ts'
import { type Panel, say } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { type PostTime, postTime } from '../posts/post-time.ts'
import { ownTime, ownWork } from '../time/time.ts'

type Billable = NonNullable<AcceptPost['time']>['billable']

/** What is about to be posted, and how. One for each session that was looked at. */
export interface Draft {
  kind: Signal<'note' | 'time'>
  audience: Signal<Audience>
  coverage: Signal<'since_last_post' | 'whole_session'>
  /** The status to set after it: what the team sets after the outcome, until another is chosen; null leaves it as it is. */
  status: { value: number | null }
  /** Takes a choice of the status back. */
  forgetStatus(): void
  notify: Signal<boolean>
  workType: Signal<number | null>
  workRole: Signal<number | null>
  billable: Signal<Billable>
  options: Signal<PostOptions | null>
  optionsFailed: Signal<boolean>
  activity: Signal<MemberActivity | null>
  /** The day that a time entry is for, `2026-11-24`; null for the latest with open time. */
  day: Signal<string | null>
  /** The member's own time in the session, and what of it is open, for one day where it is to be a time entry. */
  own: ReadonlySignal<SessionTime | null>
  open: ReadonlySignal<PostTime | null>
  /** What of it this post carries: a note for the client shows no minutes, so they stay open. */
  time: ReadonlySignal<PostTime | null>
  composed: ReadonlySignal<PostText | null>
  accepting: Signal<boolean>
  trouble: Signal<string>
  /** Given for the text as it stands; any change takes it back. */
  confirmed: Signal<string>
  /** The line that is being edited or removed, by its key. */
  editing: Signal<string | null>
  removing: Signal<string | null>
}

const drafts = new WeakMap<Scope, { session: string; draft: Draft }>()

/** The draft of the session shown, made at first sight; its choices are fetched then. */
export function draftOf(panel: Panel, scope: Scope): Draft {
  const session = scope.live.peek()?.id ?? ''
  const known = drafts.get(scope)
  if (known?.session === session) return known.draft
  const draft = makeDraft(panel, scope)
  drafts.set(scope, { session, draft })
  void readOptions(panel, scope, draft)
  return draft
}

function makeDraft(panel: Panel, scope: Scope): Draft {
  const activity = signal<MemberActivity | null>(null)
  const audience = signal<Audience>('internal')
  const coverage = signal<'since_last_post' | 'whole_session'>('since_last_post')
  const kind = signal<'note' | 'time'>('note')
  const day = signal<string | null>(null)
  const own = computed(() => {
    const [me, state] = [panel.me.value, scope.state.value]
    return me && state ? ownTime(ownWork(me, state, activity.value)) : null
  })
  const open = computed(() => {
    const me = panel.me.value
    if (!me) return null
    const as = { kind: kind.value, timeZone: me.member.timeZone, roundTo: me.team.roundMinutesTo }
    return postTime(own.value, { ...as, day: day.value })
  })
  const time = computed(() => (kind.value === 'note' && audience.value !== 'internal' ? null : open.value))
  const composed = computed(() => {
    const [me, state] = [panel.me.value, scope.state.value]
    if (!me || !state) return null
    return composePost(state.session, state.closure, {
      audience: audience.value,
      scope: coverage.value,
      poster: me.member.id,
      members: state.members,
      timeZone: me.member.timeZone,
      time: time.value,
      limit: me.team.noteSizeLimit,
      terms: me.team.redactionTerms,
    })
  })
  const options = signal<PostOptions | null>(null)
  audience.subscribe(() => takeBack(panel))
  coverage.subscribe(() => takeBack(panel))
  return {
    kind,
    audience,
    coverage,
    ...statusAfter(scope, options),
    notify: signal(false),
    workType: signal<number | null>(null),
    workRole: signal<number | null>(null),
    billable: signal<Billable>(null),
    options,
    optionsFailed: signal(false),
    activity,
    day,
    own,
    open,
    time,
    composed,
    accepting: signal(false),
    trouble: signal(''),
    confirmed: signal(''),
    editing: signal<string | null>(null),
    removing: signal<string | null>(null),
  }
}

/** The status that follows the outcome; once a post has carried the outcome, the ticket keeps the status it has. */
function statusAfter(
  scope: Scope,
  options: ReadonlySignal<PostOptions | null>,
): Pick<Draft, 'status' | 'forgetStatus'> {
  const chosen = signal<number | null | undefined>(undefined)
  const usual = computed(() => {
    const session = scope.state.value?.session
    const outcome = session?.outcome
    if (!outcome || (session.known[outcome.event] ?? 0) <= coveredUpTo(session)) return null
    return options.value?.defaults.statusAfter[outcome.kind] ?? null
  })
  return {
    status: {
      get value() {
        return chosen.value === undefined ? usual.value : chosen.value
      },
      set value(status) {
        chosen.value = status
      },
    },
    forgetStatus() {
      chosen.value = undefined
    },
  }
}

/** A start can be moved back so far: what was done elsewhere since then may matter. */
const furthestBack = 24 * 60 * 60_000

/** Fetches ConnectWise's choices and defaults for the ticket, and what else the member did meanwhile. */
export async function readOptions(panel: Panel, scope: Scope, draft: Draft): Promise<void> {
  const { client } = panel.host
  const begun = scope.state.peek()?.session.header.startedAt
  const from = begun && new Date(Date.parse(begun) - furthestBack).toISOString()
  const [options, activity] = await Promise.all([
    client.call('getPostOptions', { params: { ...scope.ticket } }).catch(() => null),
    from ? client.call('getMyActivity', { query: { from } }).catch(() => null) : null,
  ])
  draft.activity.value = activity ?? draft.activity.value
  draft.optionsFailed.value = options === null
  if (!options) return
  const first = draft.options.value === null
  draft.options.value = options
  if (timeLock(draft)) draft.kind.value = 'note'
  if (!first) return
  // What was chosen before the defaults arrived stays.
  if (draft.kind.value === 'note') draft.kind.value = options.defaults.kind
  draft.workType.value ??= options.defaults.workType
  draft.workRole.value ??= options.defaults.workRole
  draft.billable.value ??= options.defaults.billable
}

/** Whether the draft says anything that is not in the ticket, or enters time that is open. */
export function canPost({ composed, kind, time }: Draft): boolean {
  const text = composed.value
  return text !== null && isWorthPosting(text, kind.value === 'time' && time.value !== null)
}

/** Whether all of it was told its readers before, so that there is no line to let through either. */
export function isAllTold({ composed }: Draft): boolean {
  const found = composed.value
  return found !== null && found.told !== null && found.note.sections.every(({ kind }) => kind === 'time')
}

/** Why a draft cannot be posted, in the member's words. */
export function whyNotPost(draft: Draft): string {
  const t = allWords.value.note
  if (isAllTold(draft)) return t.thinSince
  return draft.audience.value === 'internal' ? t.thinEmpty : t.clientEmpty
}

/** What was said of why nothing can be posted held for the readers and the stretch chosen then. */
function takeBack(panel: Panel): void {
  const { thinEmpty, thinSince, clientEmpty } = allWords.peek().note
  if ([thinEmpty, thinSince, clientEmpty].includes(panel.notice.peek())) panel.notice.value = ''
}

/** What keeps time entries off the ticket, as far as is known. */
export function timeLock({ options }: Draft): PostOptions['locks']['time'] {
  return options.value?.locks.time ?? null
}

/** Changes to the other kind of post, where there is one; the API remembers the last one used for the board. */
export function switchKind(panel: Panel, scope: Scope): void {
  const draft = draftOf(panel, scope)
  const lock = timeLock(draft)
  if (lock) say(panel, allWords.value.note.timeLocked[lock])
  else draft.kind.value = draft.kind.value === 'note' ? 'time' : 'note'
}

const audiences: Audience[] = ['internal', 'discussion', 'resolution']

/** Changes to the next audience. */
export function switchAudience(panel: Panel, scope: Scope): void {
  const { audience } = draftOf(panel, scope)
  audience.value = audiences[(audiences.indexOf(audience.value) + 1) % audiences.length] ?? 'internal'
}

/** Changes what the note covers. */
export function switchScope(panel: Panel, scope: Scope): void {
  const { coverage } = draftOf(panel, scope)
  coverage.value = coverage.value === 'whole_session' ? 'since_last_post' : 'whole_session'
}
