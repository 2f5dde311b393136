import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { FlowSummary } from '#shared/contracts/flow.ts'
import type { PostView } from '#shared/contracts/post.ts'
import type { SessionSummary } from '#shared/contracts/session.ts'
import type { SuggestionsView, TicketView } from '#shared/contracts/ticket.ts'
import type { Step } from '#shared/flow/flow.ts'
import { currentStepOf } from '#shared/session/available.ts'
import type { StepAddress } from '#shared/session/event.ts'
import type { LiveSession, LiveState } from '#shared/sync/live-session.ts'
import type { HostTicket } from '../host.ts'

/**
 * What the panel knows of one ticket. A change of ticket makes a new scope and drops the old one, so that an
 * answer which arrives late writes into a scope nobody draws.
 */
export interface Scope {
  readonly ticket: HostTicket
  screen: Signal<'pick' | 'run' | 'note'>
  view: Signal<TicketView | null>
  suggestions: Signal<SuggestionsView | null>
  /** Suggestions put aside for this ticket, by flow. */
  dismissed: Signal<string[]>
  /** What fits could not be asked. */
  notAsked: Signal<boolean>
  flows: Signal<FlowSummary[] | null>
  sessions: Signal<SessionSummary[]>
  /** A plain sentence about what could not be done, or nothing. */
  trouble: Signal<string>
  /** Something is being fetched that the screen waits for. */
  busy: Signal<boolean>
  live: Signal<LiveSession | null>
  state: Signal<LiveState | null>
  here: ReadonlySignal<Here | null>
  /** Posts as the API answered them last, by id; newer than those in `state` until the stream brings them. */
  posts: Signal<Record<string, PostView>>
  /** The post shown in full, and those that were put aside. */
  posting: Signal<string | null>
  aside: Signal<string[]>
  /** The id the next post gets, kept through retries so that it is accepted once. */
  postId: Signal<string | null>
  stop: Array<() => void>
  gone: boolean
}

export interface Here {
  step: Step
  address: StepAddress
  /** The address as one text: what the step's elements are keyed by. */
  key: string
}

/** What is known of a ticket before anything was read. */
export function createScope(ticket: HostTicket): Scope {
  const state = signal<LiveState | null>(null)
  return {
    ticket,
    screen: signal<'pick' | 'run' | 'note'>('pick'),
    view: signal<TicketView | null>(null),
    suggestions: signal<SuggestionsView | null>(null),
    dismissed: signal<string[]>([]),
    notAsked: signal(false),
    flows: signal<FlowSummary[] | null>(null),
    sessions: signal<SessionSummary[]>([]),
    trouble: signal(''),
    busy: signal(false),
    live: signal<LiveSession | null>(null),
    state,
    here: computed(() => hereIn(state.value)),
    posts: signal<Record<string, PostView>>({}),
    posting: signal<string | null>(null),
    aside: signal<string[]>([]),
    postId: signal<string | null>(null),
    stop: [],
    gone: false,
  }
}

/** Puts a session into the scope and follows it; the one before is closed. */
export function follow(scope: Scope, live: LiveSession): void {
  leave(scope)
  if (scope.gone) {
    live.close()
    return
  }
  scope.live.value = live
  scope.state.value = live.state()
  scope.stop.push(
    live.subscribe(() => {
      scope.state.value = live.state()
    }),
    () => live.close(),
  )
}

/** Closes the scope's session; what it holds unsent stays queued. */
export function leave(scope: Scope): void {
  for (const stop of scope.stop.splice(0)) stop()
  scope.live.value = null
  scope.state.value = null
}

/** Drops a scope for good. */
export function dispose(scope: Scope): void {
  scope.gone = true
  leave(scope)
}

function hereIn(state: LiveState | null): Here | null {
  const found = state && currentStepOf(state.closure, state.session)
  return found ? { ...found, key: found.address.join('/') } : null
}
