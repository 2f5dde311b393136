import { pino } from 'pino'
import { type MemoryPsa, memoryPsa } from '#api/adapters/memory/memory-psa.ts'
import { smallPsaWorld } from '#api/adapters/memory/memory-psa-world.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import { createApp } from '#api/app.ts'
import { createCaches } from '#api/caches.ts'
import type { Deps } from '#api/context.ts'
import type { Db } from '#api/db/db.ts'
import { createFoldedSessions } from '#api/features/sessions/folded-sessions.ts'
import type { Api } from '#api/http/serve.ts'
import { openLive } from '#api/live/live.ts'
import { createPasswords } from '#api/secrets/passwords.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { createTokens } from '#api/tokens/tokens.ts'
import { openTestDatabase } from './test-database.ts'

/** The whole API over a real database and a ticket system in memory, with time in the test's hands. */
export interface TestApp {
  api: Api
  deps: Deps
  /** The ticket system of every team that was given none of its own. */
  psa: MemoryPsa
  /** Gives a team a ticket system of its own. */
  connect(team: string, psa: MemoryPsa): void
  db: Db
  /** Moves the clock on. */
  pass(milliseconds: number): void
  /** How often the delivery worker was roused. */
  woken(): number
  close(): Promise<void>
}

/** The browser extension that may sign people in here. */
export const testExtension = 'abcdefghijklmnopabcdefghijklmnop'

const start = Date.UTC(2026, 10, 24, 9, 0, 0)

/** Makes one; each test file closes its own. `database` is shared with other files unless given. */
export async function createTestApp(database?: Promise<Db>): Promise<TestApp> {
  const db = await (database ?? openTestDatabase())
  let now = start
  let woken = 0
  const clock = { now: () => now }
  const secrets = createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }])
  const psa = memoryPsa(smallPsaWorld(), clock)
  const owned = new Map<string, MemoryPsa>()
  const deps: Deps = {
    db,
    psaOfTeam: { open: async (team) => owned.get(team) ?? psa, forget() {} },
    clock,
    ids: systemIds,
    log: pino({ level: 'silent' }),
    tokens: createTokens(secrets.derive('tokens'), 'https://flow.example', clock),
    secrets,
    passwords: createPasswords(systemIds.randomBytes, { memory: 64, passes: 1, lanes: 1 }),
    live: await openLive(db),
    cache: createCaches(clock),
    folded: createFoldedSessions(),
    publicUrl: 'https://flow.example',
    extensionIds: [testExtension],
    proxies: 0,
    wakeDelivery: () => {
      woken += 1
    },
    demo: false,
  }
  return {
    api: createApp(deps),
    deps,
    psa,
    connect: (team, own) => {
      owned.set(team, own)
    },
    db,
    pass: (milliseconds) => {
      now += milliseconds
    },
    woken: () => woken,
    async close() {
      await deps.live.close()
      await db.close()
    },
  }
}
