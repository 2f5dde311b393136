import type { Client } from '#shared/client.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { Surroundings } from '#shared/sync/live-session.ts'
import type { Bearer } from './bearer.ts'

/** Signing in with a person's help; its code is fetched only where it is needed. */
export interface ByHand {
  /** Fetches the code, so that a click then opens the window at once, as browsers ask for. */
  prepare(): void
  /** Resolves once a person has signed in; from then on the token is renewed while the page is open. */
  signIn(): Promise<Me>
}

export interface HandPlace {
  self: Window
  surroundings: Surroundings
  token: Bearer
  client: Client
}

/** Signing in by hand in this page. A failed fetch of its code may be tried again. */
export function byHand(place: HandPlace): ByHand {
  let loading: Promise<() => Promise<Me>> | undefined
  const load = (): Promise<() => Promise<Me>> => {
    loading ??= import('./sign-in-and-stay.ts').then(
      ({ signInAndStay }) => signInAndStay(place),
      (error: unknown) => {
        loading = undefined
        throw error
      },
    )
    return loading
  }
  return {
    prepare: () => void load().catch(() => undefined),
    signIn: async () => (await load())(),
  }
}
