import type { Deps } from '#api/context.ts'
import { type Api, serveOpen } from '#api/http/serve.ts'
import { podSignInSchema } from '#shared/contracts/member.ts'
import { signInFromPod } from './sign-in-from-pod.ts'

/** Sign-in from a pod inside ConnectWise. */
export function podRoutes(api: Api, deps: Deps): void {
  serveOpen(
    api,
    'signInFromPod',
    { summary: 'Sign in from a hosted pod', body: podSignInSchema },
    (input, http) => signInFromPod(deps, input.body, http.get('requestId')),
  )
}
