import postgres from 'postgres'
import { newestMigration } from './migrations-folder.ts'

interface Login extends Record<string, unknown> {
  name: string
  unsafe: boolean
  owns: number
  member: boolean
}

/**
 * Throws, with what to do, unless the login is one that row security binds: no superuser, no bypass, owner of no table,
 * a member of app_user, on a database that is as new as this version.
 */
export async function requireSafeLogin(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    const [login] = await client<Login[]>`
      select current_user as name, (rolsuper or rolbypassrls) as unsafe,
        (select count(*)::int from pg_class c where c.relkind in ('r', 'p')
          and c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'directory'))
          and pg_has_role(current_user, c.relowner, 'member')) as owns,
        exists (select from pg_roles a where a.rolname = 'app_user' and pg_has_role(current_user, a.oid, 'member')) as member
      from pg_roles where rolname = current_user`
    if (login === undefined) throw new Error('The database does not say who the login is.')
    const advice = adviceFor(login, await isUpToDate(client))
    if (advice !== null) throw new Error(advice)
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new Error(`The database of DATABASE_URL does not answer: ${error.message}`)
    throw error
  } finally {
    await client.end({ timeout: 1 })
  }
}

/** Whether every migration of this version has run; one that cannot be asked about has not. */
async function isUpToDate(client: postgres.Sql): Promise<boolean> {
  try {
    const [row] = await client<{ newest: string | null }[]>`
      select max(created_at) as newest from drizzle.__drizzle_migrations`
    return Number(row?.newest ?? 0) >= newestMigration()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === '42P01' || code === '3F000' || code === '42501') return false
    throw error
  }
}

function adviceFor({ name, unsafe, owns, member }: Login, upToDate: boolean): string | null {
  const use = 'Use the login that the README calls resolutionflow_app.'
  if (unsafe)
    return `DATABASE_URL: "${name}" can bypass row security, so teams would not be kept apart. ${use}`
  if (owns > 0)
    return `DATABASE_URL: "${name}" owns tables, so it could change what keeps teams apart. ${use}`
  if (!upToDate)
    return 'The database is not migrated to this version. Run "npm run migrate" with DATABASE_MIGRATION_URL first.'
  if (!member) return `DATABASE_URL: "${name}" is no member of app_user. Run: GRANT app_user TO ${name}`
  return null
}
