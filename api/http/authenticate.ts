import type { Context as HttpContext } from 'hono'
import type { Context, CurrentMember, Deps } from '#api/context.ts'
import { readSignedIn } from '#api/features/members/read-member.ts'
import { Problem } from '#api/problem.ts'
import type { TokenClaims } from '#api/tokens/tokens.ts'
import { contractHeader, contractVersion } from '#shared/contracts/routes.ts'
import type { ApiEnvironment } from './api-environment.ts'

/** How long a member's role may be remembered; a disabled member is shut out after at most this. */
const rememberedMs = 15_000
const remembered = new WeakMap<Deps['db'], Map<string, { until: number; member: CurrentMember | null }>>()

/** Who asks, from the bearer of the request. Throws `not_signed_in`, or `client_too_old`. */
export async function authenticate(http: HttpContext<ApiEnvironment>, deps: Deps): Promise<Context> {
  const claims = await claimsOf(http, deps)
  requireContract(http.req.header(contractHeader))
  const member = await memberOf(deps, claims)
  if (member === null)
    throw new Problem(
      'not_signed_in',
      claims.signInId === undefined
        ? 'This account is no longer active. Ask an administrator of your team.'
        : 'This sign-in has ended. Sign in again to go on.',
    )
  return { ...deps, team: claims.team, member, request: http.get('requestId') }
}

/** What the request's bearer says. Throws `not_signed_in` for any but a valid one. */
export async function claimsOf(
  http: HttpContext<ApiEnvironment>,
  deps: Pick<Deps, 'tokens'>,
): Promise<TokenClaims> {
  const bearer = /^Bearer (\S+)$/.exec(http.req.header('authorization') ?? '')?.[1]
  const claims = bearer === undefined ? null : await deps.tokens.verify(bearer)
  if (claims === null) throw new Problem('not_signed_in', 'Sign in to go on.')
  return claims
}

/** A member's rights or sign-ins have changed: the next request here reads them anew. */
export function forgetMember({ db, team }: Pick<Context, 'db' | 'team'>, id: string): void {
  const known = remembered.get(db)
  for (const key of known?.keys() ?? []) if (key.startsWith(`${team}:${id}:`)) known?.delete(key)
}

function requireContract(sent: string | undefined): void {
  const version = sent === undefined ? contractVersion : Number(sent)
  if (Number.isInteger(version) && version >= contractVersion - 1 && version <= contractVersion) return
  throw new Problem('client_too_old', 'This panel is older than the server. Reload it; what you did is kept.')
}

async function memberOf(deps: Deps, claims: TokenClaims): Promise<CurrentMember | null> {
  const now = deps.clock.now()
  const known = remembered.get(deps.db) ?? new Map<string, { until: number; member: CurrentMember | null }>()
  remembered.set(deps.db, known)
  const key = `${claims.team}:${claims.member}:${claims.signInId ?? ''}`
  const found = known.get(key)
  if (found !== undefined && found.until > now) return found.member
  const member = await readSignedIn(deps, claims)
  if (known.size > 10_000) known.clear()
  known.set(key, { until: now + rememberedMs, member })
  return member
}
