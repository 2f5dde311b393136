import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { secretKeysSchema } from '#api/environment.ts'
import type { SecretKey } from '#api/secrets/secret-box.ts'
import { lockFolder } from './lock-folder.ts'

/** The embedded database's PostgreSQL, whose files only the same major version reads. */
const postgresMajor = '18'

/** A data folder that is ours alone until released. */
export interface DataFolder {
  /** Where the embedded database lives. */
  database: string
  secretKeys: SecretKey[]
  release(): void
}

/**
 * Takes the folder, making it where there is none; `given` are the secret keys to use instead of those kept in it.
 * Throws, naming it, where it cannot be made or written to, another process holds it, or its database is of another
 * PostgreSQL.
 */
export function openDataFolder(folder: string, given: SecretKey[] | null = null): DataFolder {
  makeWritable(folder)
  const release = lockFolder(folder)
  try {
    const database = path.join(folder, 'database')
    const versionFile = path.join(database, 'PG_VERSION')
    const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : postgresMajor
    if (version !== postgresMajor)
      throw new Error(
        `The data folder ${folder} holds a PostgreSQL ${version} database; this version reads ${postgresMajor}. ` +
          'Move the folder away, or name another: RESOLUTIONFLOW_DATA=.data-new',
      )
    return { database, secretKeys: given ?? readKeys(folder), release }
  } catch (error) {
    release()
    throw error
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const isFile = existsSync(folder) && !statSync(folder).isDirectory()
    const why = isFile ? 'is a file' : `cannot be made or written to (${codeOf(error)})`
    throw new Error(`The data folder ${folder} ${why}. Name another: RESOLUTIONFLOW_DATA=.data-new`)
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error))

function readKeys(folder: string): SecretKey[] {
  const file = path.join(folder, 'secret-keys')
  if (!existsSync(file)) writeFileSync(file, `demo:${randomBytes(32).toString('base64')}`, { mode: 0o600 })
  return secretKeysSchema.parse(readFileSync(file, 'utf8').trim())
}
