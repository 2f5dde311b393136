import { switchAudience, switchKind, switchScope } from '../later/note/draft.ts'
import { choosing } from '../later/pick/choosing.ts'
import { post } from '../later/posts/post.ts'
import { canUndo, sendNow, undo } from '../later/posts/posts.ts'
import { record } from '../state/act.ts'
import { type Panel, show } from '../state/panel.ts'
import type { PanelCommand } from './command.ts'
import { isRunning, onNote, onRun } from './when.ts'

const focus = (selector: string): void => {
  const found = [...document.querySelectorAll(selector)].at(-1)
  if (found instanceof HTMLElement) found.focus()
}

const sessionCommands: PanelCommand[] = [
  {
    id: 'copy',
    group: 'step',
    keys: ['c'],
    can: (_panel, scope) => onRun(scope) && document.querySelector('.rf-copy') !== null,
    run: () => {
      const button = document.querySelector('.rf-copy')
      if (button instanceof HTMLElement) button.click()
    },
  },
  {
    id: 'trail',
    group: 'step',
    keys: ['t'],
    can: (_panel, scope) => onRun(scope),
    run: () => focus('.rf-trail button'),
  },
  {
    id: 'pause',
    group: 'session',
    keys: ['z'],
    can: (_panel, scope) => isRunning(scope),
    run: (panel, scope) => {
      const type = scope.state.value?.session.status === 'active' ? 'paused' : 'resumed'
      record(panel, scope, { type })
    },
  },
  {
    id: 'conclude',
    group: 'session',
    keys: ['e'],
    can: (_panel, scope) => isRunning(scope),
    run: (panel) => show(panel, 'conclude'),
  },
  {
    id: 'begun',
    group: 'session',
    keys: ['b'],
    can: (_panel, scope) => onRun(scope) || onNote(scope),
    run: (panel) => show(panel, 'begun'),
  },
  {
    id: 'other_flow',
    group: 'session',
    keys: ['f'],
    can: (_panel, scope) => onRun(scope),
    run: (panel, scope) => choosing(panel, scope),
  },
  {
    id: 'search',
    group: 'session',
    keys: ['/'],
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => choosing(panel, scope, true),
  },
]

const noteCommands: PanelCommand[] = [
  {
    id: 'leave_note',
    group: 'note',
    keys: ['Escape'],
    can: (_panel, scope) => onNote(scope),
    run: (_panel, scope) => {
      scope.screen.value = 'run'
    },
  },
  {
    id: 'post_note',
    group: 'note',
    keys: ['Ctrl+Enter'],
    can: (_panel, scope) => onNote(scope),
    run: (panel, scope) => void post(panel, scope),
  },
  { id: 'kind', group: 'note', keys: ['m'], can: (_panel, scope) => onNote(scope), run: switchKind },
  { id: 'audience', group: 'note', keys: ['a'], can: (_panel, scope) => onNote(scope), run: switchAudience },
  { id: 'scope', group: 'note', keys: ['v'], can: (_panel, scope) => onNote(scope), run: switchScope },
  {
    id: 'add_line',
    group: 'note',
    keys: ['i'],
    can: (_panel, scope) => onNote(scope),
    run: () => focus('.rf-add-line input[type=text]'),
  },
  {
    id: 'client',
    group: 'note',
    keys: ['l'],
    can: (_panel, scope) => onNote(scope),
    run: () => {
      const box = document.activeElement?.closest('.rf-section li')?.querySelector('.rf-client')
      const first = document.querySelector('.rf-client')
      if (box instanceof HTMLElement) box.click()
      else if (first instanceof HTMLElement) first.focus()
    },
  },
  {
    id: 'internal_lines',
    group: 'note',
    keys: ['h'],
    can: (_panel, scope) => onNote(scope),
    run: () => {
      const button = document.querySelector('.rf-stays button')
      if (button instanceof HTMLElement) button.click()
    },
  },
  {
    id: 'export',
    group: 'note',
    keys: ['x'],
    can: (_panel, scope) => scope?.state.value != null,
    run: (panel) => show(panel, 'export'),
  },
  {
    id: 'undo',
    group: 'note',
    keys: ['u'],
    can: (_panel, scope) => scope !== null && canUndo(scope),
    run: undo,
  },
  {
    id: 'send_now',
    group: 'note',
    keys: ['g'],
    can: (_panel, scope) => scope !== null && canUndo(scope),
    run: sendNow,
  },
]

/** What is done with the session as a whole, its note and the panel. */
export const moreCommands: readonly PanelCommand[] = [
  ...sessionCommands,
  ...noteCommands,
  {
    id: 'refresh',
    group: 'panel',
    keys: ['Alt+R'],
    can: (panel, scope) => panel.host.refreshTicket !== null && scope !== null,
    run: (panel) => void panel.host.refreshTicket?.().catch(() => undefined),
  },
  {
    id: 'open_ticket',
    group: 'panel',
    keys: ['o'],
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => panel.host.openTicket(scope.ticket),
  },
  {
    id: 'pin',
    group: 'panel',
    keys: ['Alt+P'],
    can: (panel, scope) => panel.host.around !== undefined && scope !== null,
    run: (panel, scope) => {
      const { around } = panel.host
      const isPinned = around?.pinned()?.id === scope.ticket.id
      void around?.pin(isPinned ? null : scope.ticket)
    },
  },
  {
    id: 'single_keys',
    group: 'panel',
    keys: ['Ctrl+Alt+K'],
    can: () => true,
    anywhere: (panel) => setSingleKeys(panel, !panel.singleKeys.value),
  },
]

/** Switches single keys on or off and keeps the choice. */
export function setSingleKeys(panel: Panel, on: boolean): void {
  panel.singleKeys.value = on
  void panel.host.store.put('panel:single-keys', on).catch(() => undefined)
}
