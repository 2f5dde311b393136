import { type Signal, signal } from '@preact/signals'
import { ApiError } from '#shared/client.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { StepAddress } from '#shared/session/event.ts'
import { type ClockOffset, clockOffset } from '#shared/sync/clock-offset.ts'
import type { SyncDeps } from '#shared/sync/open-session.ts'
import { loadConnection } from '#shared/sync/run-session.ts'
import { loadRedaction } from '#shared/sync/text-cleaner.ts'
import type { Host } from '../host.ts'
import type { Later } from '../later/later.tsx'
import type { Scope } from './scope.ts'

export type DialogName =
  | 'palette'
  | 'help'
  | 'skip'
  | 'not_relevant'
  | 'park'
  | 'conclude'
  | 'acted'
  | 'paste'
  | 'begun'
  | 'export'
  | 'visible'
  | 'change'

/** A pasted or dropped text, and the step that was shown when it came. */
export interface Pasted {
  text: string
  source: 'pasted' | 'dropped' | 'selected'
  step: StepAddress | null
  /** The origin of the page where it was selected. */
  from?: string
  /** There was more of it than is kept. */
  cut: boolean
}

/** Everything the panel holds beside one ticket's own state, which lives in its scope. */
export interface Panel {
  readonly host: Host
  /** How far the API's clock is ahead of this machine's. */
  clock: ClockOffset
  phase: Signal<'signing_in' | 'sign_in_needed' | 'ready'>
  /** A person is signing in in another window. */
  byHand: Signal<boolean>
  signInFailed: Signal<boolean>
  me: Signal<Me | null>
  scope: Signal<Scope | null>
  dialog: Signal<DialogName | null>
  /** What the dialog is about: a pasted text, an event to change. */
  subject: Signal<string>
  /** What was pasted or dropped and waits to be kept. */
  pasted: Signal<Pasted | null>
  /** Words selected elsewhere in the browser, to find a flow by. */
  query: Signal<string>
  notice: Signal<string>
  singleKeys: Signal<boolean>
  /** The parts that load once the panel is idle; null until then. */
  later: Signal<Later | null>
  /** A part cannot be loaded although the server answers, such as after a new build: only a reload helps. */
  stale: Signal<boolean>
}

/** A panel that has yet to sign in, without ticket or session. */
export function createPanel(host: Host): Panel {
  return {
    host,
    clock: clockOffset(),
    phase: signal<'signing_in' | 'sign_in_needed' | 'ready'>('signing_in'),
    byHand: signal(false),
    signInFailed: signal(false),
    me: signal<Me | null>(null),
    scope: signal<Scope | null>(null),
    dialog: signal<DialogName | null>(null),
    subject: signal(''),
    pasted: signal<Pasted | null>(null),
    query: signal(''),
    notice: signal(''),
    singleKeys: signal(true),
    later: signal<Later | null>(null),
    stale: signal(false),
  }
}

/** The API's time by this machine's corrected clock, in milliseconds since 1970. */
export function apiNow(panel: Panel): number {
  return panel.host.surroundings.now() + panel.clock.offset()
}

/** What sessions are opened with, for the member signed in. */
export function syncOf(panel: Panel, me: Me): SyncDeps {
  const { client, store, surroundings } = panel.host
  return {
    client,
    store,
    surroundings,
    clock: panel.clock,
    member: me.member.id,
    load: () => loadPart(panel, loadRedaction),
    connect: () => loadPart(panel, loadConnection),
  }
}

/** Says something in the panel's live region until something else is said or it is read. */
export function say(panel: Panel, text: string): void {
  panel.notice.value = text
  panel.host.surroundings.after(6_000, () => {
    if (panel.notice.value === text) panel.notice.value = ''
  })
}

/** Opens a dialog, loading its part first where it is not here yet. */
export function show(panel: Panel, dialog: DialogName, subject = ''): void {
  panel.subject.value = subject
  panel.dialog.value = dialog
  void loadLater(panel)
}

/** Fetches the parts that are not needed for the first step. Resolves false where they do not come; it tries again. */
export async function loadLater(panel: Panel): Promise<boolean> {
  if (panel.later.value) return true
  try {
    const { later } = await loadPart(panel, () => import('../later/later.tsx'))
    panel.later.value = later
    return true
  } catch {
    panel.host.surroundings.after(5_000, () => void loadLater(panel))
    return false
  }
}

/** Loads a part; where that fails, finds out whether it ever will. Rejects as loading does. */
function loadPart<Part>(panel: Panel, load: () => Promise<Part>): Promise<Part> {
  const loading = load()
  loading.catch(() => void missed(panel, load))
  return loading
}

/** A part that does not come although the server answers is no longer there: it belonged to an earlier build. */
async function missed(panel: Panel, load: () => Promise<unknown>): Promise<void> {
  try {
    await panel.host.client.call('getMe')
  } catch (error) {
    const answered = error instanceof ApiError && error.request !== null
    if (!answered && panel.phase.value !== 'sign_in_needed') return
  }
  await load().catch(() => {
    panel.stale.value = true
  })
}
