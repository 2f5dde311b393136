import type { Db } from '#api/db/db.ts'
import { psaConnection } from '#api/db/schema/team.ts'
import { type Psa, PsaError } from '#api/ports/psa.ts'
import type { PsaOfTeam } from '#api/ports/psa-of-team.ts'
import type { SecretBox } from '#api/secrets/secret-box.ts'
import { credentialsSchema, sealedFor, type TeamConnection } from './credentials.ts'

/** Opens each team's ticket system with its stored credentials, once while they stay the same. */
export function createPsaOfTeam(
  db: Db,
  secrets: SecretBox,
  connect: (connection: TeamConnection, team: string) => Psa,
): PsaOfTeam {
  const open = new Map<string, { psa: Psa; updatedAt: number }>()
  return {
    async open(team) {
      const [row] = await db.asTeam(team, (tx) => tx.select().from(psaConnection))
      if (row === undefined) throw new PsaError('not_signed_in', 'The team is not connected to ConnectWise.')
      const known = open.get(team)
      if (known?.updatedAt === row.updatedAt.getTime()) return known.psa
      const { sealedKeyId: keyId, sealedKey: wrappedKey, sealedCredentials: text } = row
      const credentials = credentialsSchema.parse(
        JSON.parse(secrets.open({ keyId, wrappedKey, text }, sealedFor(team))),
      )
      const psa = connect(
        {
          ...credentials,
          company: row.company,
          uiUrl: row.uiOrigin,
          apiUrl: row.apiOrigin,
        },
        team,
      )
      open.set(team, { psa, updatedAt: row.updatedAt.getTime() })
      return psa
    },
    forget: (team) => {
      open.delete(team)
    },
  }
}
