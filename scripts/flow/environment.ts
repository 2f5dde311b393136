/** What the environment says to `npm run import-flow`. */
export interface ImportEnvironment {
  /** The database to write to; null to talk to a running API. */
  databaseUrl: string | null
  /** A member's token for that API; null signs in to the demo. */
  token: string | null
}

/** Reads it; an empty setting is none. */
export function readImportEnvironment(
  source: Record<string, string | undefined> = process.env,
): ImportEnvironment {
  const { DATABASE_URL, RESOLUTIONFLOW_TOKEN } = source
  return { databaseUrl: DATABASE_URL || null, token: RESOLUTIONFLOW_TOKEN || null }
}
