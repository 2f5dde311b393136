import type { Deps } from '#api/context.ts'

/**
 * Whoever operates the installation, within one team: programs beside the API that hold its database's login. No route
 * takes this; a page for administrators asks the policy first.
 */
export interface Installation extends Pick<Deps, 'db' | 'clock' | 'ids' | 'publicUrl'> {
  team: string
  member: null
}
