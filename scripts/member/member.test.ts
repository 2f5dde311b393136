import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import { member, team } from '#api/db/schema/team.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import { carryOut } from './carry-out.ts'
import { readOrder } from './read-order.ts'

let db: Db
const id = systemIds.uuid()
beforeAll(async () => {
  db = await openEmbedded(undefined)
  const own = { teamId: id, name: 'Ridgeline IT', timeZone: 'Europe/Berlin', settings: defaultSettings }
  await db.asTeam(id, (tx) => tx.insert(team).values({ ...own, createdAt: new Date(0) }))
}, 60_000)
afterAll(() => db.close())

async function run(...args: string[]): Promise<string> {
  const lines: string[] = []
  const deps = { db, clock: systemClock, ids: systemIds, publicUrl: 'https://flow.example' }
  await carryOut(deps, await readOrder(args), (line) => lines.push(line))
  return lines.join('\n')
}
const ines = ['--team', id, '--email', 'Ines@msp.example']

describe('npm run member', () => {
  it('adds a member and prints the link for their password, changes, disables and lets in again', async () => {
    const link = /https:\/\/flow\.example\/set-password#[\w-]{43}/
    expect(await run('add', ...ines, '--name', 'Ines Vogt', '--identifier', 'ivogt')).toMatch(link)
    expect(await run('role', ...ines, '--role', 'team_admin', '--lead')).toContain('team_admin and lead')
    expect(await run('disable', ...ines)).toContain('Ines Vogt is shut out')
    expect(await run('reset', ...ines)).toMatch(link)
    const members = await db.asTeam(id, (tx) => tx.select().from(member))
    expect(members).toMatchObject([
      {
        name: 'Ines Vogt',
        email: 'ines@msp.example',
        psaIdentifier: 'ivogt',
        role: 'team_admin',
        lead: true,
        disabledAt: null,
      },
    ])
  })

  it('gives an account to whoever is a member already', async () => {
    expect(await run('add', ...ines, '--name', 'Somebody Else')).toContain('Ines Vogt was a member before')
  })

  it.each([
    [['promote', ...ines], 'npm run member -- add'],
    [['add', ...ines, '--colour', 'blue'], 'npm run member -- add'],
    [['role', ...ines, '--role', 'owner'], '"owner" is no role'],
    [['disable', '--team', 'Ridgeline', '--email', 'x@y.example'], 'is no team'],
    [['disable', '--team', id], '--email is missing'],
    [['reset', '--team', id, '--email', 'nobody@msp.example'], 'No account of this team'],
  ])('says what is wrong with %j', async (args, words) => {
    await expect(run(...args)).rejects.toThrow(words)
  })
})
