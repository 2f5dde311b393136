import postgres from 'postgres'

/** The two logins of an installation, and its database. */
export interface Logins {
  /** Owns the tables and migrates: DATABASE_MIGRATION_URL. */
  owner: string
  /** What the API runs as: DATABASE_URL. */
  app: string
}

/** What an operator runs once on a server, as in the README. */
export const loginStatements = [
  `CREATE ROLE app_user NOLOGIN`,
  `CREATE ROLE resolutionflow_owner LOGIN PASSWORD 'owner-password'`,
  `CREATE ROLE resolutionflow_app LOGIN PASSWORD 'app-password' IN ROLE app_user`,
  `CREATE DATABASE resolutionflow OWNER resolutionflow_owner`,
] as const

/** Makes them on a fresh server; `superUrl` is its superuser's login. */
export async function makeLogins(superUrl: string): Promise<Logins> {
  const client = postgres(superUrl, { max: 1, onnotice() {} })
  try {
    for (const statement of loginStatements) await client.unsafe(statement)
  } finally {
    await client.end()
  }
  const as = (user: string, password: string) => {
    const url = new URL(superUrl)
    url.username = user
    url.password = password
    url.pathname = '/resolutionflow'
    return url.href
  }
  return {
    owner: as('resolutionflow_owner', 'owner-password'),
    app: as('resolutionflow_app', 'app-password'),
  }
}
