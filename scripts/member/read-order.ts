import { parseArgs } from 'node:util'
import { z } from 'zod'
import { prompt } from '#scripts/connect/ask.ts'
import { type Role, roles } from '#shared/contracts/member.ts'

/** What is to be done with which account of which team. */
export type Order = { team: string; email: string } & (
  | { verb: 'add'; name: string; role: Role; identifier: string | null }
  | { verb: 'role'; role: Role; lead: boolean }
  | { verb: 'disable' }
  | { verb: 'reset' }
)

const usage = `npm run member -- add      --team ID --email ADDRESS --name NAME [--role ROLE] [--identifier CONNECTWISE-ID]
npm run member -- role     --team ID --email ADDRESS --role ROLE [--lead]
npm run member -- disable  --team ID --email ADDRESS
npm run member -- reset    --team ID --email ADDRESS

ROLE is one of ${roles.join(', ')}; "npm run connect" printed the team's id.`

const options = {
  team: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  identifier: { type: 'string' },
  lead: { type: 'boolean' },
} as const

/** Reads the order from flags and asks for what is missing. Throws, with how it is called, where it is none. */
export async function readOrder(args: string[]): Promise<Order> {
  const { positionals, values } = parse(args)
  const [verb, ...more] = positionals
  if (more.length > 0 || !isVerb(verb)) throw new Error(usage)
  const given = async (flag: 'team' | 'email' | 'name' | 'role', text: string) =>
    values[flag] ?? (await prompt({ flag, text }))
  const team = await given('team', 'Id of the team')
  if (!z.uuid().safeParse(team).success) throw new Error(`"${team}" is no team's id.\n\n${usage}`)
  const account = { team, email: await given('email', 'E-mail address') }
  if (verb === 'disable' || verb === 'reset') return { verb, ...account }
  if (verb === 'role')
    return {
      verb,
      ...account,
      role: requireRole(await given('role', `Role (${roles.join(', ')})`)),
      lead: values.lead ?? false,
    }
  return {
    verb,
    ...account,
    name: await given('name', 'Name'),
    role: requireRole(values.role ?? 'engineer'),
    identifier: values.identifier ?? null,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    throw new Error(usage)
  }
}

const verbs = ['add', 'role', 'disable', 'reset'] as const

const isVerb = (text: string | undefined): text is (typeof verbs)[number] =>
  verbs.some((verb) => verb === text)

function requireRole(text: string): Role {
  const role = roles.find((each) => each === text)
  if (role === undefined) throw new Error(`"${text}" is no role.\n\n${usage}`)
  return role
}
