import type { Deps } from '#api/context.ts'
import { addressOf } from '#api/http/address-of.ts'
import { type Api, bare, serveOpen } from '#api/http/serve.ts'
import { podSignInSchema } from '#shared/contracts/member.ts'
import { createRefusals } from './limit-refusals.ts'
import { signInFromPod } from './sign-in-from-pod.ts'

/** Sign-in from a pod inside ConnectWise. */
export function podRoutes(api: Api, deps: Deps): void {
  const refusals = createRefusals(deps.clock)
  serveOpen(
    api,
    'signInFromPod',
    { ...bare, summary: 'Sign in from a hosted pod', body: podSignInSchema },
    (input, http) =>
      signInFromPod(deps, input.body, {
        request: http.get('requestId'),
        peer: addressOf(http, deps),
        refusals,
      }),
  )
}
