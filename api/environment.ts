import { z } from 'zod'
import type { SecretKey } from './secrets/secret-box.ts'

/** What the environment says to `npm run serve`, read once. */
export interface Environment {
  port: number
  databaseUrl: string
  publicUrl: string
  secretKeys: SecretKey[]
  extensionIds: string[]
  proxies: number
}

const port = z.coerce.number('must be a number').int().min(1).max(65_535)

const publicUrl = z
  .url('must be an address such as https://flow.example.com')
  .refine((text) => text.startsWith('https://'), 'must begin with https://')
  .transform((text) => new URL(text).origin)

/** `id:base64,id:base64`, newest first. */
export const secretKeysSchema = z.string().transform((text, context): SecretKey[] => {
  const keys = text.split(',').map((part) => part.trim().split(':'))
  return keys.flatMap(([id, encoded, ...more]) => {
    const key = Buffer.from(encoded ?? '', 'base64')
    if (id !== undefined && /^[\w-]{1,40}$/.test(id) && key.length === 32 && more.length === 0)
      return [{ id, key }]
    context.addIssue(
      'must be id:base64 with 32 bytes each, separated by commas; make one with: openssl rand -base64 32',
    )
    return []
  })
})

/** Ids as browsers' shops give them, separated by commas. */
export const extensionIdsSchema = z.string().transform((text, context): string[] => {
  const ids = text.split(',').map((part) => part.trim())
  if (ids.every((id) => /^[a-p]{32}$/.test(id))) return ids
  context.addIssue('must be ids of 32 letters from a to p each, separated by commas, as the shops show them')
  return []
})

const address = /^postgres(ql)?:\/\/./

const schema = z.object({
  RESOLUTIONFLOW_DEMO: z.never('is for "npm start" alone: unset it').optional(),
  PORT: port.default(8787),
  DATABASE_URL: z
    .string(
      'is missing: the address of the API’s own login, such as postgres://resolutionflow_app:…@host/resolutionflow',
    )
    .regex(address, 'must be an address such as postgres://resolutionflow_app:…@host/resolutionflow'),
  PUBLIC_URL: z.string('is missing: the https address where people reach this API').pipe(publicUrl),
  RESOLUTIONFLOW_SECRET_KEYS: z
    .string('is missing: id:base64 of 32 random bytes, newest first')
    .pipe(secretKeysSchema),
  RESOLUTIONFLOW_EXTENSION_IDS: extensionIdsSchema.default([]),
  RESOLUTIONFLOW_PROXIES: z.coerce.number('must be a number').int().min(0).max(10).default(0),
})

/** Reads the environment for production. Throws an Error whose message names every setting that is missing or wrong. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = schema.safeParse(given)
  if (!read.success)
    throw new Error(
      [
        'The environment is not complete:',
        ...read.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`),
      ].join('\n'),
    )
  const { PORT, DATABASE_URL, PUBLIC_URL, RESOLUTIONFLOW_SECRET_KEYS } = read.data
  const { RESOLUTIONFLOW_EXTENSION_IDS, RESOLUTIONFLOW_PROXIES } = read.data
  return {
    port: PORT,
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL,
    secretKeys: RESOLUTIONFLOW_SECRET_KEYS,
    extensionIds: RESOLUTIONFLOW_EXTENSION_IDS,
    proxies: RESOLUTIONFLOW_PROXIES,
  }
}

/** Reads where `npm run migrate` brings the tables up to date. Throws an Error that names it where it is missing or no address. */
export function readMigrationUrl(source: Record<string, string | undefined> = process.env): string {
  const { DATABASE_MIGRATION_URL: url } = source
  if (!url)
    throw new Error('DATABASE_MIGRATION_URL is missing: the address of the login that owns the tables.')
  if (!address.test(url))
    throw new Error(
      'DATABASE_MIGRATION_URL must be an address such as postgres://owner:…@host/resolutionflow.',
    )
  return url
}
