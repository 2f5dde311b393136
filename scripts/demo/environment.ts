import path from 'node:path'
import { z } from 'zod'
import { extensionIdsSchema, secretKeysSchema } from '#api/environment.ts'
import type { Credentials } from '#api/features/connection/credentials.ts'
import type { SecretKey } from '#api/secrets/secret-box.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** What the environment says to `npm start`. */
export interface DemoEnvironment {
  port: number
  sandboxPort: number
  dataFolder: string
  /** Null: those made in the data folder. */
  secretKeys: SecretKey[] | null
  /** Extensions that may sign people in beside the one to try out. */
  extensionIds: string[]
  logLevel: (typeof logLevels)[number]
  /** Whether the one-click sign-in is there; without it, ConnectWise alone says who somebody is. */
  signIn: boolean
  /** Another ConnectWise stand-in instead of our own. */
  sandbox: { url: string; company: string; credentials: Credentials } | null
}

const port = z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535)

const credentials = z.string().transform((text, context) => {
  const [company, publicKey, privateKey, clientId, ...more] = text.split(':')
  if (company && publicKey && privateKey && clientId && more.length === 0)
    return { company, credentials: { publicKey, privateKey, clientId } }
  context.addIssue('must be company:public:private:clientId')
  return z.NEVER
})

const schema = z
  .object({
    PORT: port.default(8787),
    SANDBOX_PORT: port.default(8788),
    RESOLUTIONFLOW_DATA: z.string().default('.data'),
    RESOLUTIONFLOW_SECRET_KEYS: secretKeysSchema.optional(),
    RESOLUTIONFLOW_EXTENSION_IDS: extensionIdsSchema.default([]),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('warn'),
    RESOLUTIONFLOW_DEMO: z.enum(['0', '1'], 'must be 1, or 0 for no one-click sign-in').default('1'),
    SANDBOX_URL: z.url('must be an address such as http://localhost:9000').optional(),
    SANDBOX_CREDENTIALS: credentials.optional(),
    DATABASE_URL: z
      .never('is set: the demo keeps its own database. Unset it, or run "npm run serve" for production')
      .optional(),
  })
  .refine((given) => (given.SANDBOX_URL === undefined) === (given.SANDBOX_CREDENTIALS === undefined), {
    path: ['SANDBOX_CREDENTIALS'],
    message: 'and SANDBOX_URL go together: company:public:private:clientId of that stand-in',
  })

/** Reads it. Throws an Error whose message names every setting that is wrong. */
export function readDemoEnvironment(
  source: Record<string, string | undefined> = process.env,
): DemoEnvironment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = schema.safeParse(given)
  if (!read.success)
    throw new Error(
      read.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`).join('\n'),
    )
  const { SANDBOX_URL, SANDBOX_CREDENTIALS, RESOLUTIONFLOW_DATA, ...rest } = read.data
  return {
    port: rest.PORT,
    sandboxPort: rest.SANDBOX_PORT,
    dataFolder: path.resolve(RESOLUTIONFLOW_DATA),
    secretKeys: rest.RESOLUTIONFLOW_SECRET_KEYS ?? null,
    extensionIds: rest.RESOLUTIONFLOW_EXTENSION_IDS,
    logLevel: rest.LOG_LEVEL,
    signIn: rest.RESOLUTIONFLOW_DEMO === '1',
    sandbox:
      SANDBOX_URL === undefined || SANDBOX_CREDENTIALS === undefined
        ? null
        : { url: new URL(SANDBOX_URL).origin, ...SANDBOX_CREDENTIALS },
  }
}

/** Whether somebody sits at a desktop who would see a browser open. */
export function hasDesktop(
  platform: NodeJS.Platform,
  source: Record<string, string | undefined> = process.env,
): boolean {
  if (source.CI || source.SSH_CONNECTION) return false
  return platform === 'darwin' || platform === 'win32' || Boolean(source.DISPLAY || source.WAYLAND_DISPLAY)
}
