import { canGoBack, canPassOver } from '#shared/session/available.ts'
import { answer, answers, goBack, record, takeDefault } from '../state/act.ts'
import { choosing } from '../state/choosing.ts'
import { loadLater, type Panel, show } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import type { PanelCommand } from './command.ts'

const onRun = (scope: Scope | null): scope is Scope =>
  scope?.screen.value === 'run' && scope.state.value !== null
const onNote = (scope: Scope | null): scope is Scope => scope?.screen.value === 'note'
const sessionOf = (scope: Scope | null) => scope?.state.value?.session
const pickable = (scope: Scope | null): number =>
  scope?.screen.value === 'pick' ? (scope.suggestions.value?.suggestions.length ?? 0) : 0
const running = (scope: Scope | null): boolean => onRun(scope) && sessionOf(scope)?.status !== 'ended'
const passable = (scope: Scope | null): boolean => {
  const state = scope?.state.value
  return onRun(scope) && state != null && canPassOver(state.closure, state.session)
}
const later =
  (run: (parts: NonNullable<Panel['later']['value']>, panel: Panel, scope: Scope) => void) =>
  (panel: Panel, scope: Scope): void => {
    void loadLater(panel).then(() => {
      if (panel.later.value && !scope.gone) run(panel.later.value, panel, scope)
    })
  }

const postNote = later((parts, panel, scope) => void parts.post(panel, scope))

const stepCommands: PanelCommand[] = [
  {
    id: 'default',
    group: 'step',
    keys: ['Enter'],
    title: (t) => t.command.default,
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => (onNote(scope) ? postNote(panel, scope) : takeDefault(panel, scope)),
  },
  ...Array.from(
    { length: 9 },
    (_, index): PanelCommand => ({
      id: `choice-${index + 1}`,
      group: 'step',
      keys: [String(index + 1)],
      title: (t) => t.command.choice(index + 1),
      can: (_panel, scope) => (onRun(scope) ? index < answers(scope).length : index < pickable(scope)),
      run: (panel, scope) => answer(panel, scope, index),
    }),
  ),
  {
    id: 'back',
    group: 'step',
    keys: ['Backspace', 'Alt+ArrowLeft'],
    title: (t) => t.command.back,
    can: (_panel, scope) =>
      onRun(scope) && scope.state.value !== null && canGoBack(scope.state.value.session) !== null,
    run: goBack,
  },
  {
    id: 'skip',
    group: 'step',
    keys: ['s'],
    title: (t) => t.command.skip,
    can: (_panel, scope) => passable(scope),
    run: (panel) => show(panel, 'skip'),
  },
  {
    id: 'not_relevant',
    group: 'step',
    keys: ['n'],
    title: (t) => t.command.not_relevant,
    can: (_panel, scope) => passable(scope),
    run: (panel) => show(panel, 'not_relevant'),
  },
  {
    id: 'copy',
    group: 'step',
    keys: ['c'],
    title: (t) => t.command.copy,
    can: (_panel, scope) => onRun(scope) && document.querySelector('.rf-copy') !== null,
    run: () => {
      const button = document.querySelector('.rf-copy')
      if (button instanceof HTMLElement) button.click()
    },
  },
  {
    id: 'paste',
    group: 'step',
    keys: ['r'],
    title: (t) => t.command.paste,
    can: (_panel, scope) => onRun(scope),
    run: (panel) => show(panel, 'paste'),
  },
  {
    id: 'acted',
    group: 'step',
    keys: ['d'],
    title: (t) => t.command.acted,
    can: (_panel, scope) => onRun(scope),
    run: (panel) => show(panel, 'acted'),
  },
  {
    id: 'trail',
    group: 'step',
    keys: ['t'],
    title: (t) => t.command.trail,
    can: (_panel, scope) => onRun(scope),
    run: () => {
      const entries = document.querySelectorAll('.rf-trail button')
      const last = entries[entries.length - 1]
      if (last instanceof HTMLElement) last.focus()
    },
  },
]

const sessionCommands: PanelCommand[] = [
  {
    id: 'park',
    group: 'session',
    keys: ['p'],
    title: (t) => t.command.park,
    can: (_panel, scope) => running(scope),
    run: (panel) => show(panel, 'park'),
  },
  {
    id: 'pause',
    group: 'session',
    keys: ['z'],
    title: (t) => t.command.pause,
    can: (_panel, scope) => running(scope),
    run: (panel, scope) => {
      const type = sessionOf(scope)?.status === 'active' ? 'paused' : 'resumed'
      record(panel, scope, { type })
    },
  },
  {
    id: 'conclude',
    group: 'session',
    keys: ['e'],
    title: (t) => t.command.conclude,
    can: (_panel, scope) => running(scope),
    run: (panel) => show(panel, 'conclude'),
  },
  {
    id: 'begun',
    group: 'session',
    keys: ['b'],
    title: (t) => t.command.begun,
    can: (_panel, scope) => onRun(scope) || onNote(scope),
    run: (panel) => show(panel, 'begun'),
  },
  {
    id: 'other_flow',
    group: 'session',
    keys: ['f'],
    title: (t) => t.command.other_flow,
    can: (_panel, scope) => onRun(scope),
    run: (panel, scope) => choosing(panel, scope),
  },
  {
    id: 'search',
    group: 'session',
    keys: ['/'],
    title: (t) => t.command.search,
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => choosing(panel, scope, true),
  },
]

const noteCommands: PanelCommand[] = [
  {
    id: 'note',
    group: 'note',
    keys: ['w'],
    title: (t) => t.command.note,
    can: (_panel, scope) => onRun(scope),
    run: (panel, scope) => {
      scope.screen.value = 'note'
      void loadLater(panel)
    },
  },
  {
    id: 'leave_note',
    group: 'note',
    keys: ['Escape'],
    title: (t) => t.command.leave_note,
    can: (_panel, scope) => onNote(scope),
    run: (_panel, scope) => {
      scope.screen.value = 'run'
    },
  },
  {
    id: 'post',
    group: 'note',
    keys: ['Ctrl+Enter'],
    title: (t) => t.command.post,
    can: (_panel, scope) => onNote(scope),
    run: postNote,
  },
  {
    id: 'kind',
    group: 'note',
    keys: ['m'],
    title: (t) => t.command.kind,
    can: (_panel, scope) => onNote(scope),
    run: later((parts, panel, scope) => parts.switchKind(panel, scope)),
  },
  {
    id: 'audience',
    group: 'note',
    keys: ['a'],
    title: (t) => t.command.audience,
    can: (_panel, scope) => onNote(scope),
    run: later((parts, panel, scope) => parts.switchAudience(panel, scope)),
  },
  {
    id: 'scope',
    group: 'note',
    keys: ['v'],
    title: (t) => t.command.scope,
    can: (_panel, scope) => onNote(scope),
    run: later((parts, panel, scope) => parts.switchScope(panel, scope)),
  },
  {
    id: 'add_line',
    group: 'note',
    keys: ['i'],
    title: (t) => t.command.add_line,
    can: (_panel, scope) => onNote(scope),
    run: () => {
      const field = document.querySelector('.rf-add-line input')
      if (field instanceof HTMLElement) field.focus()
    },
  },
  {
    id: 'export',
    group: 'note',
    keys: ['x'],
    title: (t) => t.command.export,
    can: (_panel, scope) => scope?.state.value != null,
    run: (panel) => show(panel, 'export'),
  },
  {
    id: 'undo',
    group: 'note',
    keys: ['u'],
    title: (t) => t.command.undo,
    can: (panel, scope) => scope !== null && panel.later.value?.canUndo(scope) === true,
    run: later((parts, panel, scope) => parts.undo(panel, scope)),
  },
  {
    id: 'send_now',
    group: 'note',
    keys: ['g'],
    title: (t) => t.command.send_now,
    can: (panel, scope) => scope !== null && panel.later.value?.canUndo(scope) === true,
    run: later((parts, panel, scope) => parts.sendNow(panel, scope)),
  },
]

const panelCommands: PanelCommand[] = [
  {
    id: 'palette',
    group: 'panel',
    keys: ['Ctrl+K'],
    title: (t) => t.command.palette,
    can: (panel) => panel.phase.value === 'ready',
    anywhere: (panel) => show(panel, 'palette'),
  },
  {
    id: 'help',
    group: 'panel',
    keys: ['?'],
    title: (t) => t.command.help,
    can: () => true,
    anywhere: (panel) => show(panel, 'help'),
  },
  {
    id: 'refresh',
    group: 'panel',
    keys: ['Alt+R'],
    title: (t) => t.command.refresh,
    can: (panel, scope) => panel.host.refreshTicket !== null && scope !== null,
    run: (panel) => void panel.host.refreshTicket?.().catch(() => undefined),
  },
  {
    id: 'open_ticket',
    group: 'panel',
    keys: ['o'],
    title: (t) => t.command.open_ticket,
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => panel.host.openTicket(scope.ticket),
  },
  {
    id: 'single_keys',
    group: 'panel',
    keys: ['Ctrl+Alt+K'],
    title: (t) => t.command.single_keys,
    can: () => true,
    anywhere: (panel) => setSingleKeys(panel, !panel.singleKeys.value),
  },
]

/** Every command of the panel: the only place where keys are given out. */
export const commands: readonly PanelCommand[] = [
  ...stepCommands,
  ...sessionCommands,
  ...noteCommands,
  ...panelCommands,
]

/** Switches single keys on or off and keeps the choice. */
export function setSingleKeys(panel: Panel, on: boolean): void {
  panel.singleKeys.value = on
  void panel.host.store.put('panel:single-keys', on).catch(() => undefined)
}

/** A command by its id. */
export function commandById(id: string): PanelCommand | undefined {
  return commands.find((command) => command.id === id)
}
