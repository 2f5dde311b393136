// As a whole: where Node is too old for it, argon2 is missing then and not at the import of everything else.
import crypto from 'node:crypto'
import { Problem } from '#api/problem.ts'

/** What a hash costs: kibibytes of memory, passes over them, lanes. Stored with each hash, so that it can be raised. */
export interface HashCost {
  memory: number
  passes: number
  lanes: number
}

/** OWASP's least for argon2id. */
export const hashCost: HashCost = { memory: 19_456, passes: 2, lanes: 1 }

/** Hashes passwords, a few at a time. */
export interface Passwords {
  /** In PHC's form. */
  hash(password: string): Promise<string>
  /** Whether it is the password of that hash. Against null, nobody's, it takes as long and is never so. */
  verify(password: string, stored: string | null): Promise<boolean>
  /** Whether a hash was made for another cost than is asked now. */
  isOutdated(stored: string): boolean
}

const tagBytes = 32
const saltBytes = 16
/** So many threads of Node's four; the rest goes on serving. */
const mostAtOnce = 2
const mostWaiting = 100

/**
 * Argon2id (RFC 9106) over a password in its composed form (NFC). Throws `too_many` where very many wait already.
 */
export function createPasswords(
  randomBytes: (length: number) => Uint8Array,
  cost: HashCost = hashCost,
): Passwords {
  const queue = createQueue()
  const nobodys = write(cost, new Uint8Array(saltBytes), new Uint8Array(tagBytes))
  return {
    hash: (password) =>
      queue(async () => {
        const salt = randomBytes(saltBytes)
        return write(cost, salt, await derive(password, salt, cost))
      }),
    verify: (password, stored) =>
      queue(async () => {
        const { salt, tag, ...made } = read(stored ?? nobodys)
        const own = await derive(password, salt, made)
        return crypto.timingSafeEqual(own, tag) && stored !== null
      }),
    isOutdated: (stored) => {
      const { memory, passes, lanes } = read(stored)
      return memory !== cost.memory || passes !== cost.passes || lanes !== cost.lanes
    },
  }
}

function derive(
  password: string,
  salt: Uint8Array,
  { memory, passes, lanes }: HashCost,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const message = password.normalize('NFC')
  const parameters = { message, nonce: salt, parallelism: lanes, tagLength: tagBytes, memory, passes }
  crypto.argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)))
  return promise
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const write = ({ memory, passes, lanes }: HashCost, salt: Uint8Array, tag: Uint8Array) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${encode(salt)}$${encode(tag)}`

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

function read(stored: string): HashCost & { salt: Uint8Array; tag: Uint8Array } {
  const [, memory, passes, lanes, salt, tag] = form.exec(stored) ?? []
  if (salt === undefined || tag === undefined) throw new Error('A stored password hash is not in PHC form.')
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Runs a few at once, the others in their turn. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting)
        throw new Problem('too_many', 'Many people sign in at this moment. Try again in a few seconds.', {
          retryAfterSeconds: 5,
        })
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
