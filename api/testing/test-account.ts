import { createHash } from 'node:crypto'
import { addMember } from '#api/features/accounts/add-member.ts'
import { resetPassword } from '#api/features/accounts/change-member.ts'
import type { Installation } from '#api/features/accounts/installation.ts'
import type { AuthorizationRequest, TokenReply } from '#shared/contracts/account.ts'
import type { Role, SignedIn } from '#shared/contracts/member.ts'
import { type Caller, createCaller } from './caller.ts'
import { type TestApp, testExtension } from './test-app.ts'
import type { TestTeam } from './test-team.ts'

/** A member who signs in by e-mail and password. */
export interface TestAccount {
  id: string
  email: string
  password: string
  /** As whoever operates the installation, in the account's team. */
  installation: Installation
  /** The secret of a new link to set the password. */
  newLink(): Promise<string>
  /** Signs in by hand. */
  signIn(password?: string): Promise<SignedIn>
  /** Asks for a code as the extension does. */
  ask(change?: Partial<AuthorizationRequest>): Promise<string>
  /** Signs in as the extension does. */
  enter(): Promise<TokenReply>
}

export const verifier = 'a-verifier-of-43-characters-or-more-for-tests'
export const redirectUri = `https://${testExtension}.chromiumapp.org/`

/** The extension's own request, with which nothing is wrong. */
export const soundRequest: AuthorizationRequest = {
  clientId: 'extension',
  redirectUri,
  responseType: 'code',
  codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
  codeChallengeMethod: 'S256',
  state: 'state-of-this-very-sign-in',
}

let made = 0

/** Makes one in the team, its password set by its link. */
export async function createTestAccount(
  app: TestApp,
  team: TestTeam,
  { role = 'engineer', identifier = null }: { role?: Role; identifier?: string | null } = {},
): Promise<TestAccount> {
  const { db, clock, ids, publicUrl } = app.deps
  const installation: Installation = { db, clock, ids, publicUrl, team: team.id, member: null }
  const email = `tech${made++}.${ids.uuid()}@msp.example`
  const password = 'correct horse battery'
  const { client }: Caller = createCaller(app.api, null)
  const added = await addMember(installation, { email, name: 'Ines Vogt', role, identifier })
  await client.call('setPassword', { body: { link: secretIn(added.link), password } })
  const ask = async (change: Partial<AuthorizationRequest> = {}) => {
    const body = { email, password, request: { ...soundRequest, ...change } }
    const reply = await client.call('signIn', { body })
    return 'redirectTo' in reply ? (new URL(reply.redirectTo).searchParams.get('code') ?? '') : ''
  }
  return {
    id: added.member,
    email,
    password,
    installation,
    newLink: async () => secretIn((await resetPassword(installation, email)).link),
    async signIn(given = password) {
      const reply = await client.call('signIn', { body: { email, password: given } })
      if ('redirectTo' in reply) throw new Error('A token was expected.')
      return reply
    },
    ask,
    enter: async () =>
      client.call('takeToken', {
        body: { grant: 'authorization_code', code: await ask(), verifier, redirectUri },
      }),
  }
}

export const secretIn = (link: string): string => link.slice(link.indexOf('#') + 1)
