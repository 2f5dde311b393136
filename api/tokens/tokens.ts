import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '#api/ports/clock.ts'

/** What an access token says: who, in which team, for which kind of client. */
export interface TokenClaims {
  team: string
  member: string
  /** A token issued to one kind of client is useless to another. */
  audience: TokenAudience
  /** The sign-in that this token goes back to, where it may be renewed without another; absent where it may not. */
  signIn?: SignInClaim
  /** The sign-in that is kept of this token, and with which it falls; absent where none is, as for a pod. */
  signInId?: string
}

/** When a person signed in, and as what. */
export interface SignInClaim {
  /** Seconds since 1970. */
  at: number
  /** Role and lead as they were then: once they are others, the person signs in again. */
  as: string
}

export type TokenAudience = 'pod' | 'page' | 'extension'

/** Short-lived bearers, kept in memory by clients and never stored here. */
export interface Tokens {
  /** `expiresIn` in seconds; a token with a sign-in ends with it at the latest. */
  issue(claims: TokenClaims): Promise<{ token: string; expiresIn: number }>
  /** Null for anything but a valid, unexpired token of ours. */
  verify(token: string): Promise<TokenClaims | null>
}

export const tokenLifetimeSeconds = 600

/** So long, in seconds, a sign-in can be prolonged by renewing its token: a working day, not a week. */
export const signInLifetimeSeconds = 12 * 60 * 60

const algorithm = 'HS256'
const type = 'at+jwt'
const audiences: readonly TokenAudience[] = ['pod', 'page', 'extension']

/** A bearer that was found good stays so until it expires: so many are remembered, the oldest forgotten first. */
const mostRemembered = 10_000

/**
 * Tokens signed with keys derived from the installation's secret keys, newest first, so that every process issues and
 * accepts the same ones. `issuer` is the public address.
 */
export function createTokens(keys: { id: string; key: Uint8Array }[], issuer: string, clock: Clock): Tokens {
  const newest = keys[0]
  if (newest === undefined) throw new Error('At least one signing key is needed.')
  const good = new Map<string, { claims: TokenClaims; expires: number }>()
  const remember = (token: string, claims: TokenClaims, expires: number) => {
    good.set(token, { claims, expires })
    const [oldest] = good.keys()
    if (good.size > mostRemembered && oldest !== undefined) good.delete(oldest)
  }
  return {
    async issue({ team, member, audience, signIn, signInId }) {
      const now = Math.floor(clock.now() / 1000)
      const left = signIn === undefined ? tokenLifetimeSeconds : signIn.at + signInLifetimeSeconds - now
      const expiresIn = Math.min(tokenLifetimeSeconds, left)
      const token = await new SignJWT({
        team,
        ...(signIn && { auth_time: signIn.at, signed_in_as: signIn.as }),
        ...(signInId !== undefined && { sid: signInId }),
      })
        .setProtectedHeader({ alg: algorithm, typ: type, kid: newest.id })
        .setSubject(member)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + expiresIn)
        .sign(newest.key)
      return { token, expiresIn }
    },
    async verify(token) {
      const known = good.get(token)
      if (known !== undefined) {
        if (known.expires * 1000 > clock.now()) return known.claims
        good.delete(token)
      }
      if (!isCanonical(token)) return null
      try {
        const { payload } = await jwtVerify(token, (header) => keyFor(keys, header.kid), {
          algorithms: [algorithm],
          issuer,
          audience: [...audiences],
          typ: type,
          currentDate: new Date(clock.now()),
          requiredClaims: ['sub', 'exp', 'iat', 'team'],
        })
        const audience = audiences.find((each) => each === payload.aud)
        const { sub, team, exp } = payload
        if (audience === undefined || typeof sub !== 'string' || typeof team !== 'string') return null
        const { auth_time: at, signed_in_as: as, sid } = payload
        const isRenewable = typeof at === 'number' && typeof as === 'string'
        const claims: TokenClaims = {
          team,
          member: sub,
          audience,
          ...(isRenewable && { signIn: { at, as } }),
          ...(typeof sid === 'string' && { signInId: sid }),
        }
        remember(token, claims, exp ?? 0)
        return claims
      } catch {
        return null
      }
    },
  }
}

function keyFor(keys: { id: string; key: Uint8Array }[], id: string | undefined): Uint8Array {
  const found = keys.find((key) => key.id === id)
  if (found === undefined) throw new Error('unknown key')
  return found.key
}

/** Node decodes base64url leniently: only the one canonical spelling of each part counts. */
function isCanonical(token: string): boolean {
  const parts = token.split('.')
  return (
    parts.length === 3 &&
    parts.every(
      (part) => /^[\w-]+$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part,
    )
  )
}
