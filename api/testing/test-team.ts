import { setPodHandle } from '#api/db/directory.ts'
import { member, team } from '#api/db/schema/team.ts'
import { signedInAs } from '#api/features/members/renew-sign-in.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import type { Role } from '#shared/contracts/member.ts'
import { type Caller, createCaller } from './caller.ts'
import type { TestApp } from './test-app.ts'

/** A team of the test's own. */
export interface TestTeam {
  id: string
  handle: string
  /** Adds a member and signs them in. */
  join(
    role: Role,
    more?: {
      identifier?: string | null
      lead?: boolean
      timeZone?: string
      companies?: number[] | null
    },
  ): Promise<TestMember>
}

export interface TestMember extends Caller {
  id: string
  token: string
}

/** Creates a team with default settings and a pod handle. */
export async function createTestTeam(app: TestApp): Promise<TestTeam> {
  const { db, ids, clock, tokens } = app.deps
  const id = ids.uuid()
  const handle = Buffer.from(ids.randomBytes(20)).toString('base64url')
  const createdAt = new Date(clock.now())
  await db.asTeam(id, async (tx) => {
    await tx.insert(team).values({
      teamId: id,
      name: 'Ridgeline IT',
      timeZone: 'Europe/Berlin',
      settings: defaultSettings,
      createdAt,
    })
    await setPodHandle(tx, handle)
  })
  return {
    id,
    handle,
    async join(role, { identifier = null, lead = false, timeZone = 'Europe/Berlin', companies = null } = {}) {
      const own = ids.uuid()
      await db.asTeam(id, (tx) =>
        tx.insert(member).values({
          teamId: id,
          id: own,
          name: `A ${role}`,
          role,
          lead,
          psaIdentifier: identifier,
          timeZone,
          companies,
          createdAt,
        }),
      )
      const { token } = await tokens.issue({
        team: id,
        member: own,
        audience: 'page',
        signIn: { at: Math.floor(clock.now() / 1000), as: signedInAs({ role, lead }) },
      })
      return { id: own, token, ...createCaller(app.api, token) }
    },
  }
}
