import type { SignedIn } from '#shared/contracts/member.ts'
import type { Surroundings } from '#shared/sync/live-session.ts'

type SignInWindow = typeof import('./sign-in-window.ts')

/** Signing in with a person's help; its code is fetched only where it is needed. */
export interface ByHand {
  /** Fetches the code, so that a click then opens the window at once, as browsers ask for. */
  prepare(): void
  signIn(): Promise<SignedIn>
}

export function byHand(self: Window, { newId, after }: Surroundings): ByHand {
  let loading: Promise<SignInWindow> | undefined
  const load = (): Promise<SignInWindow> => {
    loading ??= import('./sign-in-window.ts').catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  return {
    prepare: () => void load().catch(() => undefined),
    async signIn() {
      const { signInWindow } = await load()
      return signInWindow({ self, origin: self.location.origin, nonce: newId(), after })
    },
  }
}
