import type { Me } from '#shared/contracts/member.ts'
import type { HandPlace } from './sign-in-by-hand.ts'
import { signInWindow } from './sign-in-window.ts'
import { staySignedIn } from './stay-signed-in.ts'

/** What signs a person in through a window of its own and keeps them signed in; each sign-in takes over from the last. */
export function signInAndStay({ self, surroundings, token, client }: HandPlace): () => Promise<Me> {
  const { after, newId } = surroundings
  let stop = (): void => undefined
  return async () => {
    const signedIn = await signInWindow({ self, origin: self.location.origin, nonce: newId(), after })
    stop()
    token.take(signedIn)
    stop = staySignedIn({ client, token, after }, signedIn)
    return signedIn.me
  }
}
