import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Db } from '#api/db/db.ts'
import { migrateServer } from '#api/db/migrate-server.ts'
import { openServer } from '#api/db/open-server.ts'
import { session } from '#api/db/schema/session.ts'
import { makeLogins } from '#scripts/postgres/make-logins.ts'
import { startPostgres } from '#scripts/postgres/start-postgres.ts'
import { flowIdOf, isFlowRef } from '#shared/flow/flow-ref.ts'
import { atLeast, type Figure, median, printed } from '../measure/figure.ts'
import { interleave, ratiosOf } from '../measure/interleave.ts'
import { startProcess } from '../measure/start-process.ts'
import type { BenchTeam } from './bench-team.ts'
import { clients, drive, type Walk } from './load.ts'
import { walkOf } from './walk.ts'

/** Sessions walked per round and peer. */
const sessions = clients * 4

const flow = z.string().transform((text, context) => {
  if (isFlowRef(text)) return text
  context.addIssue('is no reference to a flow')
  return z.NEVER
})
const apiReady = z.object({
  port: z.int(),
  team: z.object({ team: z.string(), member: z.string(), token: z.string(), flow }),
})
const bareReady = z.object({ port: z.int() })

/** Appends to sessions: our API over HTTP against the same statements by bare parts, on the same PostgreSQL. */
export async function benchAppend(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-bench-'))
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const server = await startPostgres(path.join(folder, 'data'))
    stops.push(() => server.stop())
    const logins = await makeLogins(server.url)
    await migrateServer(logins.owner)
    const ours = await startProcess(here('serve-api/main.ts'), [logins.app], apiReady)
    stops.push(() => ours.stop())
    const { team } = ours.ready
    const bare = await startProcess(here('../peers/bare-append/main.ts'), [logins.app, team.team], bareReady)
    stops.push(() => bare.stop())
    const db = openServer(logins.app, 2)
    stops.push(() => db.close())
    const measure = async (port: number) => drive({ port, token: team.token }, await startWalks(db, team))
    const rates = await interleave({
      ours: () => measure(ours.ready.port),
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
    for (const stop of stops.reverse()) await stop()
  }
}

/** New sessions of the team, each with the events that are to come. */
export async function startWalks(db: Db, team: BenchTeam): Promise<Walk[]> {
  const walks = Array.from({ length: sessions }, () => ({ session: randomUUID(), events: walkOf(team) }))
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
    rules: 1 as const,
    flow: team.flow,
    ticket: { id: 1, kind: 'service' as const, summary: 'Outlook', company: { id: 1, name: 'Bench' } },
    startedBy: team.member,
    startedAt: at.toISOString(),
    facts: { 'contact.firstName': 'Kim' },
  }
}

const here = (file: string) => path.join(import.meta.dirname, file)
