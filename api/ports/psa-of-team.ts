import type { Psa } from './psa.ts'

/** The ticket system that a team is connected to. */
export interface PsaOfTeam {
  /** Throws `PsaError` (not_signed_in) where the team has no connection. */
  open(team: string): Promise<Psa>
  /** After credentials changed. */
  forget(team: string): void
}
