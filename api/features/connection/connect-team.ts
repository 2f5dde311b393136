import { recordAudit } from '#api/audit.ts'
import type { Deps } from '#api/context.ts'
import { setPodHandle } from '#api/db/directory.ts'
import { member, psaConnection, team } from '#api/db/schema/team.ts'
import { defaultSettings } from '#api/features/team/default-settings.ts'
import type { PsaMember } from '#api/ports/psa.ts'
import type { TeamSettings } from '#shared/contracts/member.ts'
import { sealedFor, type TeamConnection } from './credentials.ts'

export interface NewTeam {
  id: string
  name: string
  timeZone: string
  connection: TeamConnection
  /** The ConnectWise member who becomes the first administrator. */
  admin: PsaMember
  settings?: Partial<TeamSettings>
}

type Needs = Pick<Deps, 'db' | 'secrets' | 'clock' | 'ids'>

/**
 * Creates a team with its sealed ConnectWise connection, its pod handle and its first administrator, all or nothing.
 * Returns the handle: 160 random bits that the pod's address holds.
 */
export async function connectNewTeam(
  deps: Needs,
  wanted: NewTeam,
): Promise<{ handle: string; admin: string }> {
  const now = new Date(deps.clock.now())
  const handle = Buffer.from(deps.ids.randomBytes(20)).toString('base64url')
  const admin = deps.ids.uuid()
  await deps.db.asTeam(wanted.id, async (tx) => {
    await tx.insert(team).values({
      teamId: wanted.id,
      name: wanted.name,
      timeZone: wanted.timeZone,
      settings: { ...defaultSettings, ...wanted.settings },
      createdAt: now,
    })
    await tx.insert(member).values({
      teamId: wanted.id,
      id: admin,
      name: wanted.admin.name,
      email: wanted.admin.email,
      role: 'team_admin',
      lead: true,
      psaIdentifier: wanted.admin.identifier,
      timeZone: wanted.admin.timeZone ?? wanted.timeZone,
      createdAt: now,
    })
    await tx.insert(psaConnection).values({ ...sealedRow(deps, wanted), podHandle: handle, updatedAt: now })
    await setPodHandle(tx, handle)
    await recordAudit(tx, { ...deps, team: wanted.id, member: null }, 'team.connected', wanted.id, {
      company: wanted.connection.company,
    })
  })
  return { handle, admin }
}

/** Replaces the sealed credentials of a team that is connected already; its handle stays. */
export async function reconnectTeam(deps: Needs, wanted: Pick<NewTeam, 'id' | 'connection'>): Promise<void> {
  await deps.db.asTeam(wanted.id, async (tx) => {
    await tx.update(psaConnection).set({ ...sealedRow(deps, wanted), updatedAt: new Date(deps.clock.now()) })
    await recordAudit(tx, { ...deps, team: wanted.id, member: null }, 'team.reconnected', wanted.id, {
      company: wanted.connection.company,
    })
  })
}

function sealedRow(deps: Needs, { id, connection }: Pick<NewTeam, 'id' | 'connection'>) {
  const { publicKey, privateKey, clientId, company, uiUrl, apiUrl } = connection
  const sealed = deps.secrets.seal(JSON.stringify({ publicKey, privateKey, clientId }), sealedFor(id))
  return {
    teamId: id,
    provider: 'connectwise',
    company,
    uiOrigin: uiUrl,
    apiOrigin: apiUrl,
    sealedKeyId: sealed.keyId,
    sealedKey: sealed.wrappedKey,
    sealedCredentials: sealed.text,
  } as const
}
