import type { Deps } from '#api/context.ts'
import { addressOf } from '#api/http/address-of.ts'
import { type Api, bare, serveOpen } from '#api/http/serve.ts'
import {
  passwordLinkSchema,
  setPasswordSchema,
  signInSchema,
  signOutSchema,
  takeTokenSchema,
} from '#shared/contracts/account.ts'
import { readPasswordLink } from './find-password-link.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { takeToken } from './take-token.ts'

/** Signing in without the ticket system, and what an extension exchanges for its tokens. */
export function accountRoutes(api: Api, deps: Deps): void {
  serveOpen(
    api,
    'signIn',
    { ...bare, summary: 'Sign in by e-mail and password', body: signInSchema },
    (input, http) =>
      signIn(deps, input.body, { address: addressOf(http, deps), request: http.get('requestId') }),
  )
  serveOpen(
    api,
    'takeToken',
    { ...bare, summary: 'Exchange a code or a refresh token', body: takeTokenSchema },
    (input, http) => takeToken(deps, input.body, http.get('requestId')),
  )
  serveOpen(api, 'signOut', { ...bare, summary: 'End a sign-in', body: signOutSchema }, (input) =>
    signOut(deps, input.body.refreshToken),
  )
  serveOpen(
    api,
    'readPasswordLink',
    { ...bare, summary: 'Whose password a link sets', body: passwordLinkSchema },
    (input) => readPasswordLink(deps, input.body.link),
  )
  serveOpen(
    api,
    'setPassword',
    { ...bare, summary: 'Set a password by a one-time link', body: setPasswordSchema },
    (input) => setPassword(deps, input.body),
  )
}
