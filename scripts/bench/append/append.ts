import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '#api/db/db.ts'
import { session } from '#api/db/schema/session.ts'
import { flowIdOf } from '#shared/flow/flow-ref.ts'
import { atLeast, type Figure, median, printed } from '../measure/figure.ts'
import { interleave, ratiosOf } from '../measure/interleave.ts'
import { startProcess } from '../measure/start-process.ts'
import type { BenchTeam } from './bench-team.ts'
import { clients, drive, type Walk } from './load.ts'
import { walkOf } from './walk.ts'
import { withServer } from './with-server.ts'

/** Sessions walked per round and peer. */
const sessions = clients * 4

const bareReady = z.object({ port: z.int() })

/** Appends to sessions: our API over HTTP against the same statements by bare parts, on the same PostgreSQL. */
export function benchAppend(): Promise<Figure[]> {
  return withServer(async ({ port, team, login, db }) => {
    const file = path.join(import.meta.dirname, '../peers/bare-append/main.ts')
    const bare = await startProcess(file, [login, team.team], bareReady)
    try {
      const measure = async (at: number) => drive({ port: at, token: team.token }, await startWalks(db, team))
      const rates = await interleave({
        ours: () => measure(port),
        bare: () => measure(bare.ready.port),
      })
      return [
        atLeast(
          'Appends per second, our API over bare node:http and postgres.js',
          ratiosOf(rates.ours, rates.bare),
          0.6,
        ),
        printed('Appends per second, our API', median(rates.ours).toFixed(0)),
        printed('Appends per second, bare parts', median(rates.bare).toFixed(0)),
      ]
    } finally {
      await bare.stop()
    }
  })
}

/** New sessions of the team, each with the events that are to come. */
export async function startWalks(db: Db, team: BenchTeam, count = sessions): Promise<Walk[]> {
  const walks = Array.from({ length: count }, () => ({ session: randomUUID(), events: walkOf(team) }))
  const now = new Date()
  await db.asTeam(team.team, (tx) =>
    tx.insert(session).values(
      walks.map(({ session: id }, index) => ({
        teamId: team.team,
        id,
        ticketId: index + 1,
        ticketKind: 'service' as const,
        flowId: flowIdOf(team.flow),
        header: headerOf(id, team, now),
        status: 'active' as const,
        // Not found again by ticket, so that one ticket can carry many.
        open: false,
        startedBy: team.member,
        startedAt: now,
        lastEventAt: now,
      })),
    ),
  )
  return walks
}

function headerOf(id: string, team: BenchTeam, at: Date) {
  return {
    id,
    rules: 2 as const,
    flow: team.flow,
    ticket: { id: 1, kind: 'service' as const, summary: 'Outlook', company: { id: 1, name: 'Bench' } },
    startedBy: team.member,
    startedAt: at.toISOString(),
    facts: { 'contact.firstName': 'Kim' },
  }
}
