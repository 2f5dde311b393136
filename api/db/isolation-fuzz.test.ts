import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { seededRandom } from '#shared/sync/testing/virtual-time.ts'
import { testRuns } from '#shared/testing/test-runs.ts'
import type { Db, Tx } from './db.ts'
import { rowsOf } from './rows.ts'
import { schema } from './schema.ts'

const operations = testRuns(600)
const together = 40
const teamCount = 12

/** A team with a word that stands in every text of its rows, and in nobody else's. */
interface CanaryTeam {
  id: string
  canary: string
}

let db: Db
let teams: CanaryTeam[]
beforeAll(async () => {
  db = await openOwnDatabase()
  teams = Array.from({ length: teamCount }, (_, n) => ({ id: systemIds.uuid(), canary: `canary-${n}-` }))
  for (const { id: teamId, canary } of teams)
    await db.asTeam(teamId, async (tx) => {
      const createdAt = new Date(0)
      await tx
        .insert(schema.team)
        .values({ teamId, name: canary, timeZone: canary, settings: defaultSettings, createdAt })
      await addFlow(tx, teamId, canary, 'first')
    })
})
afterAll(() => db.close())

const addFlow = (tx: Tx, teamId: string, canary: string, id: string) =>
  tx.insert(schema.flow).values({
    teamId,
    id,
    draft: { id, title: canary, kind: 'troubleshooting', summary: canary, symptoms: [canary], steps: [] },
    draftChangedAt: new Date(0),
    createdAt: new Date(0),
  })

class Cancelled extends Error {}

/** Everything that a team sees must be its own: each row's team, and the word in each row. */
async function foreignRows(tx: Tx, { id, canary }: CanaryTeam): Promise<unknown[]> {
  const flows = await tx.select().from(schema.flow)
  const names = await tx.select().from(schema.team)
  const bad = [...flows, ...names].filter((row) => row.teamId !== id || !JSON.stringify(row).includes(canary))
  return [...bad, ...(flows.length === 0 || names.length !== 1 ? ['its own rows are missing'] : [])]
}

/** What one unit of work does; some fail, some are given up halfway. */
const works: ((tx: Tx, team: CanaryTeam, other: CanaryTeam, n: number) => Promise<unknown[]>)[] = [
  foreignRows,
  foreignRows,
  async (tx, team, _, n) => {
    await addFlow(tx, team.id, team.canary, `flow-${n}`)
    return foreignRows(tx, team)
  },
  async (tx, team) => {
    await tx.update(schema.flow).set({ publishedAt: new Date(0) })
    return foreignRows(tx, team)
  },
  async (tx, team, other) => {
    const touched = await tx
      .update(schema.flow)
      .set({ version: 1 })
      .where(eq(schema.flow.teamId, other.id))
      .returning()
    return [...touched, ...(await foreignRows(tx, team))]
  },
  async (tx, _, other, n) => {
    await addFlow(tx, other.id, 'stolen', `stolen-${n}`)
    return ['a row of another team was written']
  },
  async (tx, team, _, n) => {
    await addFlow(tx, team.id, team.canary, `cancelled-${n}`)
    throw new Cancelled()
  },
  async (tx, team) => {
    await tx.execute(sql`select 1 / (select count(*) - count(*) from flow)`)
    return foreignRows(tx, team)
  },
  async (tx) => {
    const held = tx.execute(sql`select pg_sleep(0.02)`)
    void held.catch(() => undefined)
    throw new Cancelled()
  },
]

describe('teams that share a small pool', () => {
  it('see and change nobody else’s rows, whatever fails or is given up around them', async () => {
    const random = seededRandom(4)
    const pick = <T>(from: readonly T[]): T => {
      const one = from[Math.floor(random() * from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    }
    const foreign: unknown[] = []
    const errors = new Set<string>()
    let done = 0
    const one = async (): Promise<void> => {
      for (let n = done++; n < operations; n = done++) {
        const team = pick(teams)
        const other = pick(teams.filter(({ id }) => id !== team.id))
        const work = pick(works)
        const withoutTeam = random() < 0.1
        try {
          const found = withoutTeam
            ? await db.withoutTeam((tx) => tx.select().from(schema.flow))
            : await db.asTeam(team.id, (tx) => work(tx, team, other, n))
          foreign.push(...found)
        } catch (error) {
          errors.add(codeOf(error))
        }
      }
    }
    await Promise.all(Array.from({ length: together }, one))
    expect(foreign).toEqual([])
    // Refused by row security, divided by zero, given up: and nothing else went wrong.
    expect([...errors].sort()).toEqual(['22012', '42501', 'cancelled'])
    for (const team of teams) {
      const kept = await db.asTeam(team.id, (tx) => tx.select({ id: schema.flow.id }).from(schema.flow))
      expect(kept.filter(({ id }) => /stolen|cancelled/.test(id))).toEqual([])
    }
    const [left] = rowsOf(
      await db.withoutTeam((tx) => tx.execute(sql`select current_setting('app.team_id') as team`)),
    )
    expect(left?.team).toBe('')
  })
})

function codeOf(error: unknown): string {
  if (error instanceof Cancelled) return 'cancelled'
  if (typeof error !== 'object' || error === null) return String(error)
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause)
  return 'code' in error ? String(error.code) : String(error)
}
