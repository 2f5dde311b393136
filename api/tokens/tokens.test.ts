import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createTokens, signInLifetimeSeconds, tokenLifetimeSeconds } from './tokens.ts'

const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) })
let now = Date.UTC(2026, 10, 24)
const clock = { now: () => now }
const tokens = createTokens([key('2', 2), key('1', 1)], 'https://api.example', clock)
const claims = { team: 'team-a', member: 'member-a', audience: 'pod' } as const

async function forge(change: {
  alg?: string
  typ?: string
  kid?: string
  iss?: string
  aud?: string
  byte?: number
}) {
  const at = Math.floor(now / 1000)
  return new SignJWT({ team: 'team-a' })
    .setProtectedHeader({ alg: change.alg ?? 'HS256', typ: change.typ ?? 'at+jwt', kid: change.kid ?? '2' })
    .setSubject('member-a')
    .setIssuer(change.iss ?? 'https://api.example')
    .setAudience(change.aud ?? 'pod')
    .setIssuedAt(at)
    .setExpirationTime(at + 60)
    .sign(new Uint8Array(change.alg === 'HS512' ? 64 : 32).fill(change.byte ?? 2))
}

describe('access tokens', () => {
  it('say who they were issued to', async () => {
    const { token } = await tokens.issue(claims)
    expect(await tokens.verify(token)).toEqual(claims)
  })

  it('say which sign-in they go back to, and end with it', async () => {
    const signIn = { at: Math.floor(now / 1000) - signInLifetimeSeconds + 60, as: 'engineer' }
    const { token, expiresIn } = await tokens.issue({ ...claims, signIn })
    expect(expiresIn).toBe(60)
    expect(await tokens.verify(token)).toEqual({ ...claims, signIn })
    now += 60_000
    expect(await tokens.verify(token)).toBeNull()
  })

  it('say which kept sign-in they fall with', async () => {
    const kept = { ...claims, audience: 'extension', signInId: 'sign-in-a' } as const
    const { token } = await tokens.issue(kept)
    expect(await tokens.verify(token)).toEqual(kept)
  })

  it('are accepted when signed with an older configured key', async () => {
    const { token } = await createTokens([key('1', 1)], 'https://api.example', clock).issue(claims)
    expect(await tokens.verify(token)).toEqual(claims)
  })

  it('expire to the second, also when they were accepted before', async () => {
    const { token } = await tokens.issue(claims)
    now += tokenLifetimeSeconds * 1000 - 1
    expect(await tokens.verify(token)).toEqual(claims)
    expect(await tokens.verify(token)).toEqual(claims)
    now += 1
    expect(await tokens.verify(token)).toBeNull()
    expect(await tokens.verify(token)).toBeNull()
  })

  it('expire unseen', async () => {
    const { token } = await tokens.issue(claims)
    now += (tokenLifetimeSeconds + 1) * 1000
    expect(await tokens.verify(token)).toBeNull()
  })

  it.each([
    ['another key', { byte: 3 }],
    ['an unknown key id', { kid: '9' }],
    ['another algorithm', { alg: 'HS512' }],
    ['another type', { typ: 'JWT' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'share' }],
  ])('are refused with %s', async (_, change) => {
    expect(await tokens.verify(await forge(change))).toBeNull()
    expect(await tokens.verify(await forge({}))).toEqual(claims)
  })

  it('are refused without a signature or in a second spelling', async () => {
    const { token } = await tokens.issue(claims)
    const [head, body, signature] = token.split('.')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
    for (const spelled of [
      `${none}.${body}.`,
      `${head}.${body}. ${signature}`,
      `${head}.${body}.${signature}=`,
      '',
      'a.b',
    ])
      expect(await tokens.verify(spelled)).toBeNull()
  })
})
