import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'

/**
 * Something a technician can do. The registry holds all of them: keys, palette and key help are made from it.
 * A key is written as `Ctrl+K`, `Alt+ArrowLeft`, `s` or `1`; one without Ctrl or Alt is a single key, which can
 * be switched off and never acts while something is being typed.
 */
export interface PanelCommand {
  id: string
  group: 'step' | 'session' | 'note' | 'panel'
  keys: string[]
  /** Whether it makes sense now. */
  can: (panel: Panel, scope: Scope | null) => boolean
  run?: (panel: Panel, scope: Scope) => void
  /** What it does where it acts without a ticket too. */
  anywhere?: (panel: Panel) => void
}
