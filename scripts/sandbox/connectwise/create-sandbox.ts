import type { Hono } from 'hono'
import { buildApp } from './http/build-app.ts'
import { sow } from './seed/sow.ts'
import { type Clock, systemClock } from './world/clock.ts'
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
  /** The service as a Hono app. */
  app: Hono
  /** What it holds now; `reset` replaces it. */
  readonly state: World
  /** Goes back to the seed. Switches go back to those the sandbox was made with. */
  reset(): void
  /** Issues a member hash as the ticket page hands it to a pod. Throws for an unknown member. */
  issueHash(member: string): MemberHash
}

/** Makes a sandbox with the seeded desk. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock()
  const seed = options.seed ?? 1
  const make = (): World => {
    const world = emptyWorld({
      clock,
      seed,
      company: 'ridgeline',
      credentials: options.credentials ?? [demoCredentials],
      ...(options.switches ? { switches: options.switches } : {}),
    })
    sow(world)
    return world
  }
  let state = make()
  return {
    app: buildApp(() => state),
    get state() {
      return state
    },
    reset() {
      state = make()
    },
    issueHash: (member) => issueHash(state, member),
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
