import type { NoteLine } from '#shared/note/document.ts'
import { notInTicket } from '#shared/note/told-before.ts'
import { standingPosts } from '#shared/session/coverage.ts'
import type { Session } from '#shared/session/session.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'

const found = new WeakMap<Session, NoteLine[]>()

/** The lines of the session shown that no post tells, looked for once for each state of the session. */
export function unpostedLines(panel: Panel, scope: Scope): NoteLine[] {
  const state = scope.state.value
  if (!state) return []
  const known = found.get(state.session)
  if (known) return known
  const lines = notInTicket(state.session, state.closure, panel.me.value?.team.redactionTerms ?? [])
  found.set(state.session, lines)
  return lines
}

/** Whether anything was done that no post tells. */
export function hasUnposted(panel: Panel, scope: Scope): boolean {
  return unpostedLines(panel, scope).length > 0
}

/** How many lines are missing in the ticket, once something stands there; null where all or nothing does. */
export function missingWords(panel: Panel, scope: Scope): string | null {
  const t = allWords.value.run
  const session = scope.state.value?.session
  const lines = unpostedLines(panel, scope)
  if (!session || lines.length === 0 || standingPosts(session).length === 0) return null
  const isInternal = lines.every(({ audience }) => audience === 'internal')
  return isInternal ? t.internalMissing(lines.length) : t.linesMissing(lines.length)
}
