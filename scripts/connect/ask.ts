import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { z } from 'zod'
import { readSite } from '#api/adapters/connectwise/hosts.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'
import { readFlags } from '#scripts/flags/read-flags.ts'

const usage = `Usage: npm run connect [-- FLAGS]

Connects a team to its ConnectWise. What no flag gives is asked for; the private key is not shown while you type it.
  --site         region (na, eu, au, aus, za) or your own host
  --company      company, as typed at ConnectWise’s sign-in
  --public-key   --private-key   --client-id
  --name         the team’s name
  --admin        ConnectWise identifier of its first administrator
  --time-zone    such as Europe/Berlin; this machine’s where it is left out
  --team ID      gives a connected team new keys, in place of --name and --admin
  --team ID --before-save on|off   changes that one setting of a connected team
Needs the settings of npm run serve, such as: node --env-file=.env`

/** A setting of a connected team that is changed alone; nothing is asked for then. */
export interface Change {
  team: string
  beforeSave: boolean
}

const flags = [
  'site',
  'company',
  'public-key',
  'private-key',
  'client-id',
  'name',
  'admin',
  'team',
  'time-zone',
  'before-save',
] as const

function given(args: string[]): Partial<Record<(typeof flags)[number], string>> {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' } as const]))
  return readFlags(args, { options }, usage).values
}

/**
 * The change that `--team` and `--before-save` name, or null where the flags are those of connecting. Throws, with the
 * usage, for a flag that is not known.
 */
export function readChange(args: string[]): Change | null {
  const values = given(args)
  const { team, 'before-save': wanted } = values
  if (wanted === undefined) return null
  if (wanted !== 'on' && wanted !== 'off') throw new Error('--before-save is on or off.')
  if (!z.uuid().safeParse(team).success || typeof team !== 'string' || Object.keys(values).length > 2)
    throw new Error(
      '--before-save goes with --team ID alone: the id that was printed when the team was connected.',
    )
  return { team, beforeSave: wanted === 'on' }
}

/** What is needed to connect a team. */
export interface Answers {
  connection: TeamConnection
  /** A team that is connected already and gets new keys; null makes a new one. */
  team: string | null
  name: string
  admin: string
  timeZone: string
}

interface Question {
  flag: Exclude<(typeof flags)[number], 'team' | 'time-zone' | 'before-save'>
  text: string
  secret?: true
  onlyNew?: true
}

const questions: Question[] = [
  { flag: 'site', text: 'ConnectWise region (na, eu, au, aus, za) or your own host' },
  { flag: 'company', text: 'Company, as typed at ConnectWise’s sign-in' },
  { flag: 'public-key', text: 'API member’s public key' },
  { flag: 'private-key', text: 'API member’s private key (not shown)', secret: true },
  { flag: 'client-id', text: 'Client id of your integration' },
  { flag: 'name', text: 'Team name', onlyNew: true },
  { flag: 'admin', text: 'ConnectWise identifier of the team’s first administrator', onlyNew: true },
]

/** Takes the answers from flags, and asks for those that are missing. Throws where one cannot be used. */
export async function ask(args: string[]): Promise<Answers> {
  const answers = given(args)
  const team = answers.team ?? null
  for (const question of questions) {
    if (answers[question.flag] !== undefined || (question.onlyNew && team !== null)) continue
    answers[question.flag] = await prompt(question)
  }
  const zone = answers['time-zone'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const read = readSite(answers.site ?? '', { allowInsecure: false })
  if (!read.ok) throw new Error(read.advice)
  return {
    team,
    name: answers.name ?? '',
    admin: answers.admin ?? '',
    timeZone: requireZone(zone),
    connection: {
      ...read.value,
      company: answers.company ?? '',
      publicKey: answers['public-key'] ?? '',
      privateKey: answers['private-key'] ?? '',
      clientId: answers['client-id'] ?? '',
    },
  }
}

/** Asks at the terminal. Throws where nobody sits there, naming the flag, and where the answer is empty. */
export async function prompt({
  flag,
  text,
  secret,
}: {
  flag: string
  text: string
  secret?: true
}): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`--${flag} is missing: ${text}.`)
  let isMuted = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!isMuted) process.stdout.write(chunk)
      done()
    },
  })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const answer = terminal.question(`${text}: `)
  isMuted = secret === true
  const typed = (await answer).trim()
  terminal.close()
  if (secret) process.stdout.write('\n')
  if (typed === '') throw new Error(`${text}: an answer is needed.`)
  return typed
}

function requireZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new Error(`"${zone}" is no time zone. Use a name such as Europe/Berlin.`)
  }
}
