/** What the environment says to `npm run import-flow`. */
export interface ImportEnvironment {
  /** The database to write to; null to talk to a running API. */
  databaseUrl: string | null
  /** A member's token for that API; null signs in to the demo. */
  token: string | null
  /** Where the demo's API is when no --api says so. */
  api: string
}

/** Reads it; an empty setting is none. Throws where PORT is no port. */
export function readImportEnvironment(
  source: Record<string, string | undefined> = process.env,
): ImportEnvironment {
  const { DATABASE_URL, RESOLUTIONFLOW_TOKEN, PORT: port = '' } = source
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    throw new Error('PORT must be a number from 1 to 65535: the port that the demo was started with.')
  const api = `http://localhost:${port || 8787}`
  return { databaseUrl: DATABASE_URL || null, token: RESOLUTIONFLOW_TOKEN || null, api }
}
