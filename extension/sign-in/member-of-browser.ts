import { createClient } from '#shared/client.ts'
import type { Me } from '#shared/contracts/member.ts'
import type { DurableStore } from '#shared/sync/live-session.ts'
import { readSettings } from '../settings/stored-settings.ts'
import { askForSignIn } from './ask-for-sign-in.ts'
import { refreshTokens } from './keep-refresh-token.ts'
import { type SignedInMember, signedInMember } from './signed-in-member.ts'

export interface MemberPlace {
  browser: Pick<typeof chrome, 'storage' | 'identity'>
  self: Pick<typeof globalThis, 'fetch' | 'navigator'>
  api: string
  store: DurableStore
  now: () => number
}

/** The sign-in of this profile with the real browser behind it, and how a person is asked to sign in. */
export function memberOfBrowser({ browser, self, api, store, now }: MemberPlace): {
  member: SignedInMember
  signInByHand: () => Promise<Me>
} {
  const { storage, identity } = browser
  const client = createClient({
    base: api,
    fetch: (url, init) => self.fetch(url, init),
    token: async () => null,
  })
  const member = signedInMember({
    session: storage.session,
    refresh: refreshTokens({
      session: storage.session,
      disk: store,
      staySignedIn: async () => (await readSettings(storage)).staySignedIn,
    }),
    alone: async (run) => self.navigator.locks.request('sign-in', run),
    now,
    exchange: (refreshToken) => client.call('takeToken', { body: { grant: 'refresh_token', refreshToken } }),
    revoke: async (refreshToken) => void (await client.call('signOut', { body: { refreshToken } })),
  })
  return {
    member,
    async signInByHand() {
      const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
      const granted = await askForSignIn({ api, identity, random })
      return member.take(
        await client.call('takeToken', { body: { grant: 'authorization_code', ...granted } }),
      )
    },
  }
}
