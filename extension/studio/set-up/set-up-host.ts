import type { Me } from '#shared/contracts/member.ts'
import type { Settings } from '../../settings/settings.ts'

/** What the set-up pages take from the browser around them. */
export interface SetUpHost {
  settings(): Promise<Settings>
  save(change: Partial<Settings>): Promise<Settings>
  /** Asks the browser to let the extension speak to an origin; must be called within a click. */
  grant(origins: readonly string[]): Promise<boolean>
  /** Gives the browser's permission for an origin back. */
  release(origin: string): Promise<void>
  /** Whether an API of ours answers at an origin, and what it says where not. */
  isOurApi(origin: string): Promise<boolean>
  /** Who is signed in at the API of the settings, or null. */
  me(): Promise<Me | null>
  /** Opens the sign-in page; rejects with a sentence to show. */
  signIn(): Promise<Me>
  signOut(): Promise<void>
  /** Keys without Ctrl or Alt act in the panel. */
  singleKeys(): Promise<boolean>
  saveSingleKeys(on: boolean): Promise<void>
  /** The keys that open the panel, as the browser has them now; empty where none are set. */
  openingKeys(): Promise<string>
  /** Opens the panel beside this page; must be called within a click. */
  openPanel(): void
}

/** The demo as `npm start` runs it. */
export const demo = { api: 'http://localhost:8787', connectWise: 'http://localhost:8788' } as const
