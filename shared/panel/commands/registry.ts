import { canGoBack, canPassOver } from '#shared/session/go-on.ts'
import { post } from '../later/posts/post.ts'
import { goOnAt, passedHere } from '../later/step/go-on.tsx'
import { takeDefault, takeNth } from '../later/step/take-default.ts'
import { goBack } from '../later/trail/go-back.ts'
import { answer, answers, openSessions, suggested } from '../state/act.ts'
import { type Panel, show } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import type { PanelCommand } from './command.ts'
import { moreCommands } from './more-commands.ts'
import { isRunning, onNote, onRun } from './when.ts'

const canPass = (_panel: Panel, scope: Scope | null): boolean => {
  const state = scope?.state.value
  return onRun(scope) && state != null && canPassOver(state.closure, state.session)
}
const choicesOf = (scope: Scope | null): number => {
  if (scope === null) return 0
  if (scope.screen.value === 'run') return passedHere(scope)?.ways.length ?? answers(scope).length
  return scope.screen.value === 'pick' ? openSessions(scope).length + suggested(scope).length : 0
}

/** What is done with a step, and what leads to everything else. */
const firstCommands: readonly PanelCommand[] = [
  {
    id: 'default',
    group: 'step',
    keys: ['Enter'],
    can: (_panel, scope) => scope !== null,
    run: (panel, scope) => (onNote(scope) ? void post(panel, scope) : takeDefault(panel, scope)),
  },
  ...Array.from(
    { length: 9 },
    (_, index): PanelCommand => ({
      id: `choice-${index + 1}`,
      group: 'step',
      keys: [String(index + 1)],
      can: (_panel, scope) => index < choicesOf(scope),
      run: (panel, scope) => {
        const passed = passedHere(scope)
        if (scope.screen.value === 'pick') takeNth(panel, scope, index)
        else if (passed) goOnAt(panel, scope, passed, index)
        else answer(panel, scope, index)
      },
    }),
  ),
  {
    id: 'back',
    group: 'step',
    keys: ['Backspace', 'Alt+ArrowLeft'],
    can: (_panel, scope) =>
      onRun(scope) && scope.state.value !== null && canGoBack(scope.state.value.session) !== null,
    run: goBack,
  },
  { id: 'skip', group: 'step', keys: ['s'], can: canPass, run: (panel) => show(panel, 'skip') },
  {
    id: 'not_relevant',
    group: 'step',
    keys: ['n'],
    can: canPass,
    run: (panel) => show(panel, 'not_relevant'),
  },
  {
    id: 'paste',
    group: 'step',
    keys: ['r'],
    can: (_panel, scope) => onRun(scope),
    run: (panel) => show(panel, 'paste'),
  },
  {
    id: 'acted',
    group: 'step',
    keys: ['d'],
    can: (_panel, scope) => onRun(scope),
    run: (panel) => show(panel, 'acted'),
  },
  {
    id: 'park',
    group: 'session',
    keys: ['p'],
    can: (_panel, scope) => isRunning(scope),
    run: (panel) => show(panel, 'park'),
  },
  {
    id: 'note',
    group: 'note',
    keys: ['w'],
    can: (_panel, scope) => onRun(scope),
    run: (_panel, scope) => {
      scope.screen.value = 'note'
    },
  },
  {
    id: 'palette',
    group: 'panel',
    keys: ['Ctrl+K'],
    can: (panel) => panel.phase.value === 'ready',
    anywhere: (panel) => show(panel, 'palette'),
  },
  { id: 'help', group: 'panel', keys: ['?'], can: () => true, anywhere: (panel) => show(panel, 'help') },
]

/** Every command of the panel: the only place where keys are given out. */
export const commands: readonly PanelCommand[] = [...firstCommands, ...moreCommands]

/** A command by its id. */
export function commandById(id: string): PanelCommand | undefined {
  return commands.find((command) => command.id === id)
}
