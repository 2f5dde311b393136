import type { SignedIn } from '#shared/contracts/member.ts'
import type { Surroundings } from '#shared/sync/live-session.ts'
import type { Heard, Hearing } from '../bridge/heard.ts'
import { isRecord } from '../bridge/parse-message.ts'

export interface SignInWindowOptions {
  self: Hearing & {
    open(
      address: string,
      target: string,
      features: string,
    ): { readonly closed: boolean; close(): void } | null
  }
  /** The API's own origin, where the sign-in page is: the only one listened to. */
  origin: string
  nonce: string
  after: Surroundings['after']
}

/**
 * Opens the sign-in page in a window of its own and resolves with what it hands over. Only a message from that very
 * window, from the API's origin and with this nonce counts. Rejects where the window cannot be opened or was closed.
 */
export function signInWindow({ self, origin, nonce, after }: SignInWindowOptions): Promise<SignedIn> {
  const opened = self.open(
    `${origin}/sign-in?nonce=${encodeURIComponent(nonce)}`,
    '_blank',
    'popup,width=420,height=560',
  )
  if (!opened) return Promise.reject(new Error('The browser did not open the sign-in window.'))
  return new Promise((resolve, reject) => {
    let stopLooking = (): void => undefined
    const finish = (): void => {
      self.removeEventListener('message', onMessage)
      stopLooking()
    }
    const onMessage = (event: Heard): void => {
      if (event.origin !== origin || event.source !== opened) return
      const signedIn = handedOver(event.data, nonce)
      if (!signedIn) return
      finish()
      opened.close()
      resolve(signedIn)
    }
    const look = (): void => {
      if (!opened.closed) {
        stopLooking = after(500, look)
        return
      }
      finish()
      reject(new Error('The sign-in window was closed.'))
    }
    self.addEventListener('message', onMessage)
    stopLooking = after(500, look)
  })
}

/** What the sign-in page hands over, or null for anything else. The API made it; its shape is the contract. */
function handedOver(data: unknown, nonce: string): SignedIn | null {
  if (!isRecord(data) || data.type !== 'resolutionflow.signed-in' || data.nonce !== nonce) return null
  return isSignedIn(data.signedIn) ? data.signedIn : null
}

function isSignedIn(value: unknown): value is SignedIn {
  return (
    isRecord(value) &&
    typeof value.token === 'string' &&
    typeof value.expiresIn === 'number' &&
    isRecord(value.me)
  )
}
