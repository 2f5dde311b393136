import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import { flow } from '#api/db/schema/flow.ts'
import { audit, member } from '#api/db/schema/team.ts'
import { connectNewTeam } from '#api/features/connection/connect-team.ts'
import { createFlow } from '#api/features/flows/create-flow.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { demoTeam, seedDemo } from '#scripts/demo/seed-demo.ts'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { readSeedFlows } from '#scripts/seed/read-seed-flows.ts'
import { firstAdmin } from './first-admin.ts'
import { importFlows } from './import-flows.ts'
import { libraryInDatabase } from './library-in-database.ts'

let db: Db
beforeAll(async () => {
  db = await openEmbedded(undefined)
}, 60_000)
afterAll(() => db.close())

const people = ['apetrov', 'mrivera'].map((identifier, at) => ({
  identifier,
  id: at + 1,
  name: identifier,
  email: null,
  inactive: false,
  timeZone: null,
}))
const connection = { ...demoCredentials, uiUrl: 'https://cw.example', apiUrl: 'https://cw.example' }
const secrets = createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }])
const deps = {
  get db() {
    return db
  },
  secrets,
  clock: systemClock,
  ids: systemIds,
}
const seed = () => seedDemo({ ...deps }, connection, people)
const flows = () => db.asTeam(demoTeam, (tx) => tx.select().from(flow).orderBy(flow.id))
const starters = ['account-lockout', 'confirm-caller', 'outlook-not-connecting', 'printer-offline']

async function importText(text: string, draft = false) {
  const printed: string[] = []
  const context = { ...deps, team: demoTeam, member: await firstAdmin(db, demoTeam) }
  const print = (line: string) => printed.push(line)
  const isClean = await importFlows(libraryInDatabase(context), { file: 'my.json', text, draft, print })
  return { isClean, printed }
}
const starter = async (change: object) => {
  const file = path.join(import.meta.dirname, '../seed/flows/confirm-caller.json')
  return JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change })
}

const unfinished = async () => {
  const { steps, ...flow } = JSON.parse(await starter({ id: 'unfinished' }))
  return JSON.stringify({ ...flow, steps: steps.slice(0, 1) })
}

describe('seeding the demo', () => {
  it('makes up on the next start for one that was killed half-way', async () => {
    const [admin] = people
    if (admin === undefined) throw new Error('There is nobody.')
    const begun = { id: demoTeam, name: 'Ridgeline IT', timeZone: 'UTC', connection, admin }
    const { handle } = await connectNewTeam(deps, begun)
    const [draft] = await readSeedFlows()
    if (draft === undefined) throw new Error('There is no flow.')
    await createFlow({ ...deps, team: demoTeam, member: await firstAdmin(db, demoTeam) }, draft)
    expect(await seed()).toEqual({ handle })
    const members = await db.asTeam(demoTeam, (tx) => tx.select().from(member))
    expect(members.map((each) => each.psaIdentifier).sort()).toEqual(['apetrov', 'mrivera'])
    expect((await flows()).map(({ id, version }) => [id, version])).toEqual(starters.map((id) => [id, 1]))
  })

  it('leaves what is there as it is', async () => {
    await seed()
    const before = await flows()
    await seed()
    expect(await flows()).toEqual(before)
  })
})

describe('importing into the database', () => {
  it('publishes a sound flow in the name of the first administrator', async () => {
    await seed()
    const { isClean, printed } = await importText(await starter({ id: 'our-caller' }))
    expect({ isClean, printed }).toEqual({ isClean: true, printed: ['our-caller: published as version 1.'] })
    const written = await db.asTeam(demoTeam, (tx) =>
      tx.select().from(audit).where(eq(audit.subject, 'our-caller')),
    )
    const { id: actor } = await firstAdmin(db, demoTeam)
    expect(written.map((each) => each.action).sort()).toEqual(['flow.created', 'flow.published'])
    expect(written.map((each) => each.actor)).toEqual([actor, actor])
  })

  it('publishes the next version of one that is there, or keeps it as a draft', async () => {
    await seed()
    await importText(await starter({ id: 'twice' }))
    const kept = await importText(await starter({ id: 'twice', title: 'Other words' }), true)
    expect(kept.printed).toEqual(['twice: kept as a draft.'])
    const again = await importText(await starter({ id: 'twice', title: 'Other words' }))
    expect(again.printed).toEqual(['twice: published as version 2.'])
  })

  it('keeps a flow with errors as a draft and says what they are', async () => {
    await seed()
    const { isClean, printed } = await importText(await unfinished())
    expect(isClean).toBe(false)
    expect(printed[0]).toContain('error in unfinished')
    expect(printed.at(-1)).toBe('unfinished: kept as a draft.')
  })

  it('refuses a file that holds no flow, and a team that is not there', async () => {
    await expect(importText('{"id": 3}')).rejects.toThrow('my.json is not a flow yet:')
    await expect(firstAdmin(db, systemIds.uuid())).rejects.toThrow('There is no team')
  })
})
