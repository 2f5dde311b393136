import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '#api/db/schema/team.ts'
import { createCaller } from '#api/testing/caller.ts'
import {
  createTestAccount,
  redirectUri,
  soundRequest,
  type TestAccount,
  verifier,
} from '#api/testing/test-account.ts'
import { createTestApp, type TestApp, testExtension } from '#api/testing/test-app.ts'
import { openOwnDatabase } from '#api/testing/test-database.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'
import type { AuthorizationRequest } from '#shared/contracts/account.ts'
import { disableMember } from './change-member.ts'

let app: TestApp
let team: TestTeam
let tech: TestAccount
beforeAll(async () => {
  // Of its own: here time passes, and what has ended by then is swept away.
  app = await createTestApp(openOwnDatabase())
  team = await createTestTeam(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  tech = await createTestAccount(app, team)
})

const anybody = () => createCaller(app.api, null)
const post = async (path: string, body: unknown) => {
  const answer = await anybody().request('POST', path, body)
  const { error } = (await answer.json()) as { error?: { code: string; message: string } }
  return { status: answer.status, code: error?.code, message: error?.message ?? '' }
}
const redeem = (code: string, change: Record<string, unknown> = {}) =>
  post('/token', { grant: 'authorization_code', code, verifier, redirectUri, ...change })
const refresh = (refreshToken: string) => post('/token', { grant: 'refresh_token', refreshToken })
const getMe = (token: string) => createCaller(app.api, token).client.call('getMe')

describe('signing in from the extension', () => {
  it('sends the browser to the extension with a code and its state, for which there are tokens', async () => {
    const body = { email: tech.email, password: tech.password, request: soundRequest }
    const reply = await anybody().client.call('signIn', { body })
    if (!('redirectTo' in reply)) throw new Error('There is a token where a code was asked for.')
    const to = new URL(reply.redirectTo)
    expect(to.origin + to.pathname).toBe(redirectUri)
    expect([...to.searchParams.keys()]).toEqual(['code', 'state'])
    expect(to.searchParams.get('state')).toBe(soundRequest.state)
    const code = to.searchParams.get('code') ?? ''
    const tokens = await anybody().client.call('takeToken', {
      body: { grant: 'authorization_code', code, verifier, redirectUri },
    })
    expect(tokens).toMatchObject({ expiresIn: 600, me: { member: { id: tech.id } } })
    expect(await getMe(tokens.token)).toMatchObject({ member: { id: tech.id } })
    const claims = await app.deps.tokens.verify(tokens.token)
    expect(claims).toMatchObject({ audience: 'extension', team: team.id, member: tech.id })
  })
})

const wrongRequests: [string, Partial<AuthorizationRequest>, string][] = [
  ['another client', { clientId: 'other' }, 'does not know the program'],
  [
    'an extension that is not accepted',
    { redirectUri: `https://${'b'.repeat(32)}.chromiumapp.org/` },
    'not among those',
  ],
  ['a path behind the address', { redirectUri: `${redirectUri}steal` }, 'not among those'],
  ['the address without its slash', { redirectUri: redirectUri.slice(0, -1) }, 'not among those'],
  ['the address over http', { redirectUri: redirectUri.replace('https', 'http') }, 'not among those'],
  [
    'a look-alike host',
    { redirectUri: `https://${testExtension}.chromiumapp.org.evil.example/` },
    'not among those',
  ],
  ['no address', { redirectUri: '' }, 'not among those'],
  ['a token instead of a code', { responseType: 'token' }, 'codes only'],
  ['no state', { state: '' }, 'state is missing'],
  ['a state that could be guessed', { state: 'short' }, 'state is missing'],
  ['a plain proof key', { codeChallengeMethod: 'plain' }, 'by S256'],
  ['no way of proof', { codeChallengeMethod: '' }, 'by S256'],
  ['no proof key', { codeChallenge: '' }, 'proof key is missing'],
  ['a proof key of another length', { codeChallenge: 'abc' }, 'proof key is missing'],
]

describe('a request for a code', () => {
  it.each(wrongRequests)('with %s is refused before a password is looked at', async (_, change, words) => {
    const request = { ...soundRequest, ...change }
    const { status, message } = await post('/sign-in', {
      email: tech.email,
      password: 'wrong',
      request,
    })
    expect(status).toBe(422)
    expect(message).toContain(words)
  })

  it('is nothing without its parts', async () => {
    const { email, password } = tech
    expect(await post('/sign-in', { email, password, request: {} })).toMatchObject({ code: 'invalid' })
  })
})

describe('a code', () => {
  it('is nothing where nobody gave it', async () => {
    expect(await redeem('made-up')).toMatchObject({
      status: 401,
      message: expect.stringContaining('Sign in again'),
    })
  })

  it.each([
    ['another verifier', { verifier: 'x'.repeat(43) }],
    ['another address', { redirectUri: `https://${'b'.repeat(32)}.chromiumapp.org/` }],
    ['the challenge as verifier', { verifier: soundRequest.codeChallenge }],
  ])('is refused with %s, and used up by that', async (_, change) => {
    const code = await tech.ask()
    expect(await redeem(code, change)).toMatchObject({ status: 401, code: 'not_signed_in' })
    expect(await redeem(code)).toMatchObject({ status: 401 })
  })

  it.each([
    ['no verifier', { verifier: undefined }],
    ['a verifier too short', { verifier: 'short' }],
    ['another grant', { grant: 'password' }],
    ['no address', { redirectUri: undefined }],
    ['a part that nobody asked for', { scope: 'everything' }],
  ])('is not even read with %s', async (_, change) => {
    const code = await tech.ask()
    expect(await redeem(code, change)).toMatchObject({ status: 422, code: 'invalid' })
    expect(await redeem(code)).toMatchObject({ status: 200 })
  })

  it('lasts a minute', async () => {
    const code = await tech.ask()
    app.pass(59_999)
    expect(await redeem(code)).toMatchObject({ status: 200 })
    const late = await tech.ask()
    app.pass(60_000)
    expect(await redeem(late)).toMatchObject({ status: 401 })
  })

  it('ends the whole sign-in where it comes twice, access at once, and that is written down', async () => {
    const code = await tech.ask()
    const body = { grant: 'authorization_code', code, verifier, redirectUri } as const
    const { token, refreshToken } = await anybody().client.call('takeToken', { body })
    await getMe(token)
    expect(await redeem(code)).toMatchObject({ status: 401 })
    await expect(getMe(token)).rejects.toMatchObject({ code: 'not_signed_in' })
    expect(await refresh(refreshToken)).toMatchObject({ status: 401 })
    const written = await app.db.asTeam(team.id, (tx) =>
      tx.select().from(audit).where(eq(audit.action, 'account.code_refused')),
    )
    expect(written.find(({ subject }) => subject === tech.id)?.details).toMatchObject({ why: 'used twice' })
  })

  it('is good for one of two who bring it at once, and then for neither', async () => {
    const code = await tech.ask()
    const body = { grant: 'authorization_code', code, verifier, redirectUri } as const
    const both = await Promise.allSettled([1, 2].map(() => anybody().client.call('takeToken', { body })))
    const [won, ...more] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(more).toEqual([])
    expect(await refresh(won?.refreshToken ?? '')).toMatchObject({ status: 401 })
  })

  it.each([
    ['disabled', async () => disableMember(tech.installation, tech.email)],
    [
      'given another password',
      async () => {
        const link = await tech.newLink()
        return anybody().client.call('setPassword', { body: { link, password: tech.password } })
      },
    ],
  ])('is worth nothing once its member was %s', async (_, change) => {
    const code = await tech.ask()
    await change()
    expect(await redeem(code)).toMatchObject({ status: 401 })
  })

  it('is no refresh token, and no refresh token is a code or a bearer', async () => {
    const code = await tech.ask()
    expect(await refresh(code)).toMatchObject({ status: 401 })
    const { refreshToken, token } = await tech.enter()
    expect(await redeem(refreshToken)).toMatchObject({ status: 401 })
    expect(await refresh(token)).toMatchObject({ status: 422 })
    await expect(getMe(refreshToken)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(createCaller(app.api, token).client.call('renewSignIn')).rejects.toMatchObject({
      code: 'not_signed_in',
    })
  })
})
