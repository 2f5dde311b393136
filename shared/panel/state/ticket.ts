import { ApiError } from '#shared/client.ts'
import type { SessionSummary } from '#shared/contracts/session.ts'
import type { TicketView } from '#shared/contracts/ticket.ts'
import type { LiveSession } from '#shared/sync/live-session.ts'
import { openSession } from '#shared/sync/open-session.ts'
import { words } from '../words/words.ts'
import { loadLater, type Panel, syncOf } from './panel.ts'
import { createScope, dispose, follow, leave, type Scope } from './scope.ts'
import { isOffline, troubleOf } from './trouble.ts'

/** Where something of a ticket lies in the store: a member belongs to one team, and nobody reads another's. */
export const keyOf = (panel: Panel, what: string, { ticket }: Scope) =>
  `${panel.me.value?.member.id}/panel/${what}/${ticket.kind}:${ticket.id}`
/** What is stored of a ticket; null where there is nothing, or no store. */
const stored = (panel: Panel, what: string, scope: Scope): Promise<unknown> =>
  panel.host.store.get(keyOf(panel, what, scope)).catch(() => null)
const lastKey = (panel: Panel, scope: Scope) => keyOf(panel, 'last', scope)

/** Turns to the host's ticket: a new scope, the old one dropped at once, and everything about it fetched. */
export function openTicketScope(panel: Panel): void {
  const ticket = panel.host.ticket()
  const before = panel.scope.value
  panel.dialog.value = null
  panel.notice.value = ''
  const scope = ticket && createScope(ticket)
  panel.scope.value = scope
  if (before) dispose(before)
  if (scope && panel.phase.value === 'ready') void fill(panel, scope)
}

async function fill(panel: Panel, scope: Scope): Promise<void> {
  await Promise.all([resume(panel, scope), readTicket(panel, scope), readSessions(panel, scope)])
}

/** Goes on with the session last open here, from memory, before anything is asked of the network. */
async function resume(panel: Panel, scope: Scope): Promise<void> {
  const last = await stored(panel, 'last', scope)
  const me = panel.me.value
  if (typeof last !== 'string' || scope.gone || !me) return
  scope.busy.value = true
  try {
    await openInto(panel, scope, last)
  } catch (error) {
    if (error instanceof ApiError && /^(not_found|forbidden)$/.test(error.code))
      await forgetLast(panel, scope)
  } finally {
    scope.busy.value = false
  }
}

/** Opens a session of the ticket and shows its step. Rejects where it is known neither here nor by the API. */
export async function openInto(panel: Panel, scope: Scope, id: string): Promise<void> {
  const me = panel.me.value
  if (!me) return
  await adoptSession(panel, scope, await openSession(syncOf(panel, me), id))
}

/** Shows an open session in the scope it belongs to; closes it where that scope is gone or is another ticket's. */
export async function adoptSession(panel: Panel, scope: Scope, live: LiveSession): Promise<void> {
  follow(scope, live)
  if (scope.gone) return
  if (!belongs(live.state().session.header, scope)) {
    leave(scope)
    throw new Error('Another ticket.')
  }
  scope.screen.value = 'run'
  scope.trouble.value = ''
  await panel.host.store.put(lastKey(panel, scope), live.id).catch(() => undefined)
}

/** Forgets which session was open here, so that the ticket opens on its list again. */
export async function forgetLast(panel: Panel, scope: Scope): Promise<void> {
  await panel.host.store.delete(lastKey(panel, scope)).catch(() => undefined)
}

/** Reads the ticket and what fits it; shows what was kept of it meanwhile. */
export async function readTicket(panel: Panel, scope: Scope): Promise<void> {
  const { client } = panel.host
  const params = { ...scope.ticket }
  const kept = await stored(panel, 'view', scope)
  if (isView(kept)) scope.view.value ??= kept
  const dismissed = await stored(panel, 'dismissed', scope)
  if (Array.isArray(dismissed)) scope.dismissed.value = dismissed.map(String)
  try {
    const [view, suggestions] = await Promise.all([
      client.call('getTicket', { params }),
      client.call('suggestFlows', { params }).catch(() => null),
    ])
    scope.view.value = view
    scope.suggestions.value = suggestions
    scope.notAsked.value = !suggestions
    scope.trouble.value = ''
    await loadLater(panel)
    await panel.later.value?.keepView(panel, keyOf(panel, 'view', scope), view)
  } catch (error) {
    scope.notAsked.value = true
    scope.trouble.value ||= isOffline(error) ? words.value.trouble.startOffline : troubleOf(error)
  }
}

async function readSessions(panel: Panel, scope: Scope): Promise<void> {
  const query = { ticket: String(scope.ticket.id) }
  const reply = await panel.host.client.call('listSessions', { query }).catch(() => null)
  scope.sessions.value = reply?.sessions.filter((session) => belongs(session, scope)) ?? []
}

function belongs({ ticket }: Pick<SessionSummary, 'ticket'>, scope: Scope): boolean {
  return ticket.id === scope.ticket.id && ticket.kind === scope.ticket.kind
}

function isView(value: unknown): value is TicketView {
  return value instanceof Object && 'texts' in value
}
