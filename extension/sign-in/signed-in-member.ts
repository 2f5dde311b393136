import { ApiError } from '#shared/client.ts'
import type { TokenReply } from '#shared/contracts/account.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { StorageArea } from '../storage/storage-area.ts'
import type { RefreshTokens } from './keep-refresh-token.ts'

/** The sign-in of this browser profile, shared by all pages of the extension and its worker. */
export interface SignedInMember {
  /** An access token that still lasts, taken anew where that can be done without a person; null where it cannot. */
  token(): Promise<string | null>
  /** Takes a new access token although the old one may seem good; true where there is one. */
  renew(): Promise<boolean>
  /** Who is signed in, without asking anybody; null where a person must sign in. Rejects while the API is unreachable. */
  me(): Promise<Me | null>
  /** Takes over a sign-in that a person just made. */
  take(reply: TokenReply): Promise<Me>
  /** Ends the sign-in here and at the API; here also where the API cannot be reached. */
  signOut(): Promise<void>
}

export interface SignedInPlace {
  session: StorageArea
  refresh: RefreshTokens
  /** Runs one at a time over all pages and the worker, also where one of them is stopped half-way. */
  alone: <T>(run: () => Promise<T>) => Promise<T>
  now: () => number
  /** Rejects with the `ApiError` of the API's answer, or `offline`. */
  exchange: (refreshToken: string) => Promise<TokenReply>
  revoke: (refreshToken: string) => Promise<void>
}

const key = 'signIn'
/** An access token that expires sooner than this, in milliseconds, is not used any more. */
const margin = 30_000

interface Held {
  token: string
  until: number
  me: Me
}

/**
 * Every access to the refresh token happens alone and reads anew what is held, so that two pages never spend the same
 * one. The new refresh token is kept before the access token is used: whoever dies between finds either the old one,
 * which the API takes again for a short while, or the new one.
 */
export function signedInMember(place: SignedInPlace): SignedInMember {
  const { session, refresh, alone, now, exchange, revoke } = place

  async function held(): Promise<Held | null> {
    const stored = (await session.get(key))[key]
    return isHeld(stored) && now() < stored.until - margin ? stored : null
  }

  async function keep({ token, expiresIn, refreshToken, me }: TokenReply): Promise<Held> {
    await refresh.keep(refreshToken)
    const fresh: Held = { token, until: now() + expiresIn * 1_000, me }
    await session.set({ [key]: fresh })
    return fresh
  }

  /** `spent`: an access token that the API refused, not to be answered with again. */
  function freshly(spent: string | null): Promise<Held | null> {
    return alone(async () => {
      const at = await held()
      if (at && at.token !== spent) return at
      const refreshToken = await refresh.read()
      if (refreshToken === null) return null
      try {
        return await keep(await exchange(refreshToken))
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'not_signed_in') throw error
        await Promise.all([refresh.forget(), session.remove(key)])
        return null
      }
    })
  }

  return {
    async token() {
      const at = (await held()) ?? (await freshly(null).catch(() => null))
      return at?.token ?? null
    },
    async renew() {
      const at = await freshly((await held())?.token ?? null).catch(() => null)
      return at !== null
    },
    me: async () => ((await held()) ?? (await freshly(null)))?.me ?? null,
    take: (reply) => alone(async () => (await keep(reply)).me),
    signOut: () =>
      alone(async () => {
        const refreshToken = await refresh.read()
        await Promise.all([refresh.forget(), session.remove(key)])
        if (refreshToken !== null) await revoke(refreshToken).catch(() => undefined)
      }),
  }
}

/** Only this module writes there; the member's shape is the contract's. */
function isHeld(value: unknown): value is Held {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    'until' in value &&
    typeof value.until === 'number' &&
    'me' in value
  )
}
