import { Hono } from 'hono'
import { controlRoutes } from './control/control-routes.ts'
import { type Connection, noConnection } from './faults/connection.ts'
import { FaultBox } from './faults/fault-box.ts'
import { faultyFetch } from './faults/faulty-fetch.ts'
import { LateCommits } from './faults/late-commits.ts'
import { buildApp } from './http/build-app.ts'
import { sow } from './seed/sow.ts'
import { type Clock, systemClock } from './world/clock.ts'
import type { WorldKeeper } from './world/keep-world.ts'
import { pick } from './world/random.ts'
import type { Switches } from './world/switches.ts'
import { type Credentials, emptyWorld, type MemberHash, nowOf, type World } from './world/world.ts'

/** What a sandbox can be told; everything has a default. */
export interface SandboxOptions {
  clock?: Clock
  /** Seed of every random choice. */
  seed?: number
  credentials?: Credentials[]
  switches?: Partial<Switches>
  /** The web client to serve on the same origin, made over the sandbox's world. */
  page?: (world: () => World) => Hono
  /** Keeps tickets, texts and time over a restart; without it the sandbox begins with the seed each time. */
  keep?: WorldKeeper
}

/** Keys of the demo's integration, and a client id for its calls. */
export const demoCredentials: Credentials & { clientId: string } = {
  company: 'ridgeline',
  publicKey: 'Qb4xSandboxPublic',
  privateKey: 'tW9kSandboxPrivate',
  member: 'flowapi',
  clientId: '5f0c1d0e-7a52-4c1b-9b56-2f6d3c8e9a10',
}

/** A stand-in for ConnectWise PSA. */
export interface Sandbox {
  /** The service, the control calls under `/_sandbox`, and the page if one was given; no faults. */
  app: Hono
  /** Answers a request with the faults in force; without a connection they fail the way `fetch` does. */
  fetch(request: Request, connection?: Connection): Promise<Response>
  /** What it holds now; `reset` replaces it. */
  readonly state: World
  faults: FaultBox
  late: LateCommits
  /** Goes back to the seed: data, switches, faults, waiting late commits, time. */
  reset(): void
  /** Issues a member hash as the ticket page hands it to a pod. */
  issueHash(member: string): MemberHash
}

/** Makes a sandbox with the seeded desk. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock()
  const seed = options.seed ?? 1
  const make = (from?: WorldKeeper): World => {
    const world = emptyWorld({
      clock,
      seed,
      company: 'ridgeline',
      credentials: options.credentials ?? [demoCredentials],
      ...(options.switches ? { switches: options.switches } : {}),
    })
    if (!from?.restore(world)) sow(world)
    return world
  }
  let state = make(options.keep)
  const world = () => state
  const faults = new FaultBox(seed)
  const late = new LateCommits(clock, () => nowOf(state))
  const reset = () => {
    late.drop()
    faults.misbehave(false)
    faults.clear()
    state = make()
  }
  const hash = (member: string) => issueHash(state, member)
  const app = new Hono()
  const service = buildApp(world)
  app.route('/_sandbox', controlRoutes({ world, faults, late, reset, issueHash: hash }))
  if (options.page) app.route('/', options.page(world))
  app.all('*', (c) => service.fetch(c.req.raw))
  const serve = async (request: Request) => {
    const answer = await app.fetch(request)
    if (request.method !== 'GET') options.keep?.save(state)
    return answer
  }
  const deps = { clock, world, faults, late, serve }
  return {
    app,
    fetch: (request, connection = noConnection) => faultyFetch(deps, request, connection),
    get state() {
      return state
    },
    faults,
    late,
    reset,
    issueHash: hash,
  }
}

const hashAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** A hash holds `;`, `/`, `+` and `=`, so a client that does not encode its cookie is found out. */
function issueHash(world: World, member: string): MemberHash {
  const part = (length: number) => pick(world.random, hashAlphabet, length)
  const issued = {
    member,
    hash: `${part(10)}+${part(8)};${part(8)}/${part(6)}==`,
    context: 'web',
    issued: nowOf(world),
  }
  world.hashes.push(issued)
  return issued
}
