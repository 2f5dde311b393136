import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import { claimDeliveries, scheduleDelivery, teamOfPodHandle, unscheduleDelivery } from './directory.ts'
import { rowsOf } from './rows.ts'
import { schema } from './schema.ts'

let app: TestApp
let ours: TestTeam
let theirs: TestTeam
beforeAll(async () => {
  app = await createTestApp()
  ours = await createTestTeam(app)
  theirs = await createTestTeam(app)
  await ours.join('engineer')
  await theirs.join('engineer')
})
afterAll(() => app.close())

describe('a team’s rows', () => {
  it('are behind forced row security with both halves of the policy, in every table', async () => {
    const tables = rowsOf(
      await app.db.withoutTeam((tx) =>
        tx.execute(sql`
          select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null) as policies,
            pg_get_userbyid(c.relowner) = 'app_user' as owned
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')`),
      ),
    )
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'account',
      'audit',
      'delivery',
      'flow',
      'flow_version',
      'member',
      'post',
      'psa_connection',
      'session',
      'session_event',
      'team',
    ])
    for (const table of tables)
      expect(table).toMatchObject({ enabled: true, forced: true, policies: 1, owned: false })
  })

  it('are read through a role that can neither bypass row security nor become more', async () => {
    const [role] = rowsOf(
      await app.db.withoutTeam((tx) =>
        tx.execute(
          sql`select rolsuper, rolbypassrls, rolcreaterole, current_user as name from pg_roles where rolname = current_user`,
        ),
      ),
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, name: 'app_user' })
  })

  it.each(Object.keys(schema))('do not exist without a team in context: %s', async (name) => {
    const table = schema[name as keyof typeof schema]
    expect(await app.db.withoutTeam((tx) => tx.select().from(table))).toEqual([])
  })

  it('do not exist for another team', async () => {
    const members = await app.db.asTeam(ours.id, (tx) => tx.select().from(schema.member))
    expect(members.map(({ teamId }) => teamId)).toEqual([ours.id])
  })

  it('cannot be written into another team', async () => {
    const smuggle = app.db.asTeam(ours.id, (tx) =>
      tx.insert(schema.member).values({
        teamId: theirs.id,
        id: systemIds.uuid(),
        name: 'x',
        role: 'team_admin',
        timeZone: 'UTC',
        createdAt: new Date(),
      }),
    )
    await expect(smuggle).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('keep the team of the transaction, not of the connection', async () => {
    await expect(
      app.db.asTeam(ours.id, async () => {
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await app.db.withoutTeam((tx) => tx.select().from(schema.team))).toEqual([])
  })

  it('are added to and never changed where they tell what happened', async () => {
    for (const table of [schema.audit, schema.sessionEvent, schema.flowVersion])
      await expect(app.db.asTeam(ours.id, (tx) => tx.delete(table))).rejects.toMatchObject({
        cause: { code: '42501' },
      })
  })
})

describe('the directory', () => {
  it('tells the team of a pod handle, and nothing for any other text', async () => {
    expect(await teamOfPodHandle(app.db, ours.handle)).toBe(ours.id)
    expect(await teamOfPodHandle(app.db, 'no-such-handle')).toBeNull()
  })

  it('cannot be read but through its functions', async () => {
    const tables = [
      'pod_handle',
      'delivery_due',
      'account_email',
      'password_link',
      'sign_in',
      'authorization_code',
      'refresh_token',
      'tally',
    ]
    for (const table of tables)
      await expect(
        app.db.asTeam(ours.id, (tx) => tx.execute(sql.raw(`select * from directory.${table}`))),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('holds the only functions that run with their owner’s rights, each with a fixed search path', async () => {
    const functions = rowsOf(
      await app.db.withoutTeam((tx) =>
        tx.execute(sql`
          select n.nspname as schema, p.proconfig::text as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`),
      ),
    )
    expect(functions.length).toBeGreaterThan(0)
    for (const each of functions)
      expect(each).toMatchObject({ schema: 'directory', config: '{"search_path=pg_catalog, directory"}' })
  })

  it('hands each due delivery to one worker at a time', async () => {
    const ids = Array.from({ length: 20 }, () => systemIds.uuid())
    const at = new Date(Date.UTC(2020, 0, 1))
    await app.db.asTeam(ours.id, async (tx) => {
      for (const id of ids) await scheduleDelivery(tx, id, at)
    })
    const lease = new Date(at.getTime() + 60_000)
    const claims = (await Promise.all([1, 2, 3, 4].map(() => claimDeliveries(app.db, at, lease, 10)))).flat()
    expect(claims.map(({ delivery }) => delivery).sort()).toEqual(ids.sort())
    expect(await claimDeliveries(app.db, at, lease, 10)).toEqual([])
    const again = await claimDeliveries(app.db, lease, new Date(lease.getTime() + 60_000), 100)
    expect(again.every(({ fence }) => fence === 2)).toBe(true)
    await app.db.asTeam(ours.id, async (tx) => {
      for (const id of ids) await unscheduleDelivery(tx, id)
    })
    expect(await claimDeliveries(app.db, lease, lease, 100)).toEqual([])
  })
})
