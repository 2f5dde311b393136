import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readSite } from '#api/adapters/connectwise/hosts.ts'
import type { TeamConnection } from '#api/features/connection/credentials.ts'

/** A setting of a connected team that is changed alone; nothing is asked for then. */
export interface Change {
  team: string
  beforeSave: boolean
}

/** The change that `--team` and `--before-save` name, or null where the flags are those of connecting. */
export function readChange(args: string[]): Change | null {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { team: { type: 'string' }, 'before-save': { type: 'string' } },
  })
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
  flag: 'site' | 'company' | 'public-key' | 'private-key' | 'client-id' | 'name' | 'admin'
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
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(questions.map(({ flag }) => [flag, { type: 'string' } as const])),
      team: { type: 'string' },
      'time-zone': { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
    },
  })
  const given = new Map(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const team = given.get('team') ?? null
  for (const question of questions) {
    if (given.has(question.flag) || (question.onlyNew && team !== null)) continue
    given.set(question.flag, await prompt(question))
  }
  const read = readSite(given.get('site') ?? '', { allowInsecure: false })
  if (!read.ok) throw new Error(read.advice)
  return {
    team,
    name: given.get('name') ?? '',
    admin: given.get('admin') ?? '',
    timeZone: requireZone(given.get('time-zone') ?? 'UTC'),
    connection: {
      ...read.value,
      company: given.get('company') ?? '',
      publicKey: given.get('public-key') ?? '',
      privateKey: given.get('private-key') ?? '',
      clientId: given.get('client-id') ?? '',
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
