import type { Deps } from '#api/context.ts'
import { sweepSignIns } from '#api/db/directory-of-sign-ins.ts'
import { countDown, countOf, countUp, dropCount } from '#api/db/tallies.ts'
import { Problem } from '#api/problem.ts'
import { hashOf } from './secret-token.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * How many attempts may fail, within how long: of an account from one address; of an account from all addresses that
 * it did not sign in from before; of an address; of everybody. Nobody is locked out for good, and no stranger can lock
 * out a member at a place they signed in from: what is counted there is counted for that place alone.
 */
const limits = {
  here: { most: 10, withinMs: 15 * minute },
  account: { most: 30, withinMs: 60 * minute },
  address: { most: 100, withinMs: 60 * minute },
  all: { most: 3_000, withinMs: 60 * minute },
} as const

/** A place that an account signed in from is known so long. */
const knownMs = 90 * day

const mostSwept = 200

/** One attempt: whose account is tried, by its key, and where from. */
export interface Attempt {
  account: string
  address: string | null
}

type Needs = Pick<Deps, 'db' | 'clock'>

/**
 * Counts an attempt as failed before it is judged, so that many at once are counted too. Throws `too_many`, saying how
 * long to wait, and counts nothing then. The counts are in the database: they hold for all processes, and over restarts.
 */
export async function countAttempt({ db, clock }: Needs, attempt: Attempt): Promise<void> {
  const now = clock.now()
  await db.withoutTeam(async (tx) => {
    await sweepSignIns(tx, new Date(now), mostSwept)
    const isKnown = (await countOf(tx, knownKey(attempt), new Date(now))) > 0
    for (const [limit, key] of keysOf(attempt)) {
      if (isKnown && (limit === 'account' || limit === 'all')) continue
      const { most, withinMs } = limits[limit]
      const { times, until } = await countUp(tx, key, new Date(now), new Date(now + withinMs))
      if (times > most) throw tooMany(until - now)
    }
  })
}

/** The attempt did not fail after all: it counts for nothing, and its place is known from now on. */
export async function forgetAttempt({ db, clock }: Needs, attempt: Attempt): Promise<void> {
  const now = clock.now()
  await db.withoutTeam(async (tx) => {
    const isKnown = (await countOf(tx, knownKey(attempt), new Date(now))) > 0
    for (const [limit, key] of keysOf(attempt)) {
      if (limit === 'here') await dropCount(tx, key)
      else if (limit === 'address' || !isKnown) await countDown(tx, key)
    }
    await dropCount(tx, knownKey(attempt))
    if (attempt.address !== null) await countUp(tx, knownKey(attempt), new Date(now), new Date(now + knownMs))
  })
}

/** In one order for everybody, so that two who count at once never wait for each other. */
function keysOf({ account, address }: Attempt): [keyof typeof limits, string][] {
  const keys: [keyof typeof limits, string][] = [
    ['here', hashOf(`here|${account}|${address}`)],
    ['account', hashOf(`account|${account}`)],
    ['all', hashOf('all')],
  ]
  return address === null ? keys : [...keys, ['address', hashOf(`address|${address}`)]]
}

const knownKey = ({ account, address }: Attempt) => hashOf(`known|${account}|${address}`)

function tooMany(waitMs: number): Problem {
  const minutes = Math.max(1, Math.ceil(waitMs / minute))
  return new Problem(
    'too_many',
    `Too many sign-ins have failed. Try again in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) },
  )
}
