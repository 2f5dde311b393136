import { z } from 'zod'
import { type Psa, PsaError, type RightCheck } from '../../ports/psa.ts'
import type { Client, Query } from './client.ts'
import { jsonOf } from './error-body.ts'
import { ConnectWiseReadError } from './read-error.ts'
import { type Right, rights, samples, type Trial } from './rights.ts'
import type { WriteAttempt } from './write-outcome.ts'

/** What came of a trial; `lacks` names the sort of record that there is none of to try it on. */
type Tried = 'yes' | 'no' | { lacks: string } | { failed: string }

/** The id of a record of a sort, or null where there is none. Throws `PsaError`. */
type Sample = (sort: string) => Promise<number | null>

const sampleNames: Record<string, string> = {
  ticket: 'open ticket',
  closedTicket: 'closed ticket',
  projectTicket: 'project ticket',
}

/**
 * Tries each right and says what to do where it is missing. Reading is tried by reading one record. Writing is tried by
 * a write that ConnectWise must refuse for its content (a note without text and tab, a status that no board has, time
 * without a start), which tells "may not" from "may, but not so" and can change nothing. Throws `PsaError` only where
 * nobody answers.
 */
export function createCheckRights(client: Client): Pick<Psa, 'checkRights'> {
  async function checkRights(): Promise<RightCheck[]> {
    const sample = createSample(client)
    const checks: RightCheck[] = []
    for (const right of rights) {
      const outcomes: Tried[] = []
      for (const trial of right.trials) outcomes.push(await attempt(client, sample, right, trial))
      checks.push(checkOf(right, worst(outcomes)))
    }
    return checks
  }
  return { checkRights }
}

function createSample(client: Client): Sample {
  const kept = new Map<string, Promise<number | null>>()
  return (sort) => {
    const known = kept.get(sort) ?? findSample(client, sort)
    kept.set(sort, known)
    return known
  }
}

async function findSample(client: Client, sort: string): Promise<number | null> {
  const { path = '', conditions } = samples[sort] ?? {}
  const query: Query = { pageSize: 1, fields: 'id', ...(conditions === undefined ? {} : { conditions }) }
  const [found] = await client.readAs(z.array(z.object({ id: z.number() })), path, { query })
  return found?.id ?? null
}

async function attempt(client: Client, sample: Sample, right: Right, trial: Trial): Promise<Tried> {
  try {
    const sort = /\{(\w+)\}/.exec(JSON.stringify(trial))?.[1]
    const id = sort === undefined ? 0 : await sample(sort)
    if (id === null) return { lacks: sampleNames[sort ?? ''] ?? sort ?? '' }
    return await carryOut(client, trial, id)
  } catch (error) {
    return refusedRead(error, right.onlyFor !== undefined)
  }
}

async function carryOut(client: Client, trial: Trial, id: number): Promise<Tried> {
  const path = trial.path.replace(/\{\w+\}/, String(id))
  if (trial.sort === 'write') return triedBy(await client.write(trial.method, path, trial.body))
  try {
    if (trial.sort === 'read') await client.read(path, { query: { pageSize: 1, fields: 'id' } })
    else await client.read(path, { post: withId(trial.body, id) })
    return 'yes'
  } catch (error) {
    const status = error instanceof ConnectWiseReadError ? error.status : 0
    const isAnswered =
      trial.sort === 'read' ? trial.mayLack === true && [404, 405].includes(status) : status === 400
    if (isAnswered) return 'yes'
    throw error
  }
}

function withId(body: Record<string, unknown>, id: number): Record<string, unknown> {
  const isSample = (value: unknown) => typeof value === 'string' && /^\{\w+\}$/.test(value)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, isSample(value) ? id : value]))
}

/** Keys that are wrong, or a ConnectWise that is away, are no question of rights: they end the check. */
function refusedRead(error: unknown, isOptional: boolean): Tried {
  if (!(error instanceof PsaError)) throw error
  if (error.reason === 'forbidden') return 'no'
  if (error.reason === 'invalid' || isOptional) return { failed: error.message }
  throw error
}

function triedBy(attempt: WriteAttempt): Tried {
  if (attempt.kind !== 'answered') return { failed: attempt.message }
  const { status } = attempt.answer
  if (status === 401 || status === 403) return 'no'
  return status === 400 && jsonOf(attempt.answer) !== undefined
    ? 'yes'
    : { failed: `ConnectWise answered ${status} where a plain refusal was due.` }
}

function worst(outcomes: Tried[]): Tried {
  const failed = outcomes.find((tried) => typeof tried === 'object' && 'failed' in tried)
  const lacking = outcomes.find((tried) => typeof tried === 'object' && 'lacks' in tried)
  return outcomes.find((tried) => tried === 'no') ?? failed ?? lacking ?? 'yes'
}

function checkOf({ right, where, onlyFor, trials }: Right, tried: Tried): RightCheck {
  const need = onlyFor === undefined ? {} : { onlyFor }
  const give = `Give the API member’s security role: ${where}.`
  if (tried === 'no') return { right, ok: false, advice: give, ...need }
  if (tried === 'yes') {
    const by = trials.some(({ sort }) => sort === 'write') ? 'refused write' : 'read'
    return { right, ok: true, advice: '', tried: by, ...need }
  }
  if ('failed' in tried)
    return { right, ok: false, advice: `${tried.failed} If it stays so: ${give}`, ...need }
  const advice = `There is no ${tried.lacks} to try this on. See to it yourself: ${where}.`
  return { right, ok: true, advice, tried: 'not', ...need }
}
