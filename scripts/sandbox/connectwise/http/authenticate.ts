import type { Caller } from '../kinds/kind.ts'
import { memberByIdentifier } from '../kinds/member.ts'
import { Refusal } from '../world/refusal.ts'
import { flag } from '../world/row.ts'
import { nowOf, type World } from '../world/world.ts'

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who a request comes from, and the key that its rate is counted under. */
export interface Identity {
  caller: Caller
  rateKey: string
}

/**
 * Checks `clientId` and then the credentials: Basic `company+publicKey:privateKey`, Basic
 * `company+member:hash`, or the four cookies of a member hash. Throws the 401, 403 or 404 of ConnectWise.
 */
export function authenticate(world: World, request: Request): Identity {
  const clientId = request.headers.get('clientid') ?? ''
  if (!guidPattern.test(clientId)) {
    const status = world.switches.missingClientId
    throw new Refusal(
      status,
      status === 401 ? 'Unauthorized' : 'Security',
      'The clientId header is missing or not valid.',
    )
  }
  const basic = request.headers.get('authorization')
  if (basic !== null) return byBasic(world, basic)
  const cookie = request.headers.get('cookie')
  if (cookie !== null) return byCookie(world, cookie)
  throw new Refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')
}

function byBasic(world: World, header: string): Identity {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1]
  const decoded = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : ''
  const colon = decoded.indexOf(':')
  const plus = decoded.indexOf('+')
  if (colon < 0 || plus < 0 || plus > colon) throw wrongKeys(world)
  const company = decoded.slice(0, plus)
  const name = decoded.slice(plus + 1, colon)
  const secret = decoded.slice(colon + 1)
  const keys = world.credentials.find(
    (known) =>
      same(known.company, company) &&
      known.publicKey === name &&
      known.privateKey === secret &&
      nowOf(world) < (known.expires ?? Number.POSITIVE_INFINITY),
  )
  if (keys) {
    const by = keys.integrator ? 'integrator' : 'keys'
    return { caller: { by, member: keys.member }, rateKey: keys.publicKey }
  }
  if (world.switches.hashByBasic && same(world.company, company) && memberByIdentifier(world, name))
    return byHash(world, name, secret, undefined)
  throw wrongKeys(world)
}

function byCookie(world: World, header: string): Identity {
  const cookies = new Map(
    header.split(';').map((part): [string, string] => {
      const at = part.indexOf('=')
      return [part.slice(0, at).trim().toLowerCase(), decode(part.slice(at + 1).trim())]
    }),
  )
  const read = (name: string) => cookies.get(name) ?? ''
  if (!same(read('companyname'), world.company))
    throw new Refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')
  return byHash(world, read('memberid'), read('memberhash'), read('membercontext'))
}

function byHash(world: World, member: string, hash: string, context: string | undefined): Identity {
  const { hashMinutes, refuseHashes } = world.switches
  const oldest = nowOf(world) - hashMinutes * 60_000
  const known = world.hashes.find(
    (issued) =>
      same(issued.member, member) &&
      issued.hash === hash &&
      (context === undefined || issued.context === context) &&
      issued.issued > oldest,
  )
  const row = memberByIdentifier(world, member)
  if (!known || refuseHashes || !row || flag(row, 'inactiveFlag'))
    throw new Refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')
  return { caller: { by: 'hash', member: known.member }, rateKey: `hash:${known.member}` }
}

function wrongKeys(world: World): Refusal {
  switch (world.switches.badKeys) {
    case 'not-found':
      return new Refusal(404, 'NotFound', 'Not found')
    case 'not-authenticated':
      return new Refusal(401, 'ConnectWiseApi', 'UserNotAuthenticated')
    default:
      return new Refusal(401, 'Unauthorized', 'Incorrect public/private key')
  }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
