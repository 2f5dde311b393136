import type { Deps } from '#api/context.ts'
import { readMe } from '#api/features/members/read-me.ts'
import type { TakeToken, TokenReply } from '#shared/contracts/account.ts'
import { redeemCode } from './redeem-code.ts'
import { refresh } from './refresh.ts'

/** An access token for a code or a refresh token, with the next refresh token. Throws `not_signed_in`. */
export async function takeToken(deps: Deps, given: TakeToken, request: string): Promise<TokenReply> {
  const granted =
    given.grant === 'refresh_token' ? await refresh(deps, given.refreshToken) : await redeemCode(deps, given)
  const { team, member, signIn, refreshToken } = granted
  const { token, expiresIn } = await deps.tokens.issue({
    team,
    member: member.id,
    audience: 'extension',
    signInId: signIn,
  })
  return { token, expiresIn, refreshToken, me: await readMe({ ...deps, team, member, request }) }
}
