import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '#api/app.ts'
import { psaConnection } from '#api/db/schema/team.ts'
import type { Api } from '#api/http/serve.ts'
import { soundRequest } from '#api/testing/test-account.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestTeam } from '#api/testing/test-team.ts'

let app: TestApp
let api: Api
/** The same with the studio built. */
let built: Api
let team: TestTeam
let folder: string
beforeAll(async () => {
  app = await createTestApp()
  team = await createTestTeam(app)
  const none = new Uint8Array()
  await app.db.asTeam(team.id, (tx) =>
    tx.insert(psaConnection).values({
      teamId: team.id,
      provider: 'connectwise',
      company: 'acme',
      uiOrigin: 'https://eu.myconnectwise.net',
      apiOrigin: 'https://api-eu.myconnectwise.net',
      podHandle: team.handle,
      sealedKeyId: 'test',
      sealedKey: none,
      sealedCredentials: none,
      updatedAt: new Date(),
    }),
  )
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'))
  await mkdir(path.join(folder, 'pod/pages'), { recursive: true })
  await mkdir(path.join(folder, 'pod/assets'), { recursive: true })
  const html = '<!doctype html><html><head></head><body></body></html>'
  await writeFile(path.join(folder, 'pod/pod.html'), html)
  await writeFile(path.join(folder, 'pod/pages/ticket.html'), html)
  await writeFile(path.join(folder, 'pod/assets/pod-1a2b.js'), 'export {}')
  await writeFile(path.join(folder, 'secret.js'), 'secret')
  await mkdir(path.join(folder, 'built'), { recursive: true })
  await writeFile(path.join(folder, 'built/sign-in.html'), html)
  built = createApp(app.deps, {
    pages: { pod: path.join(folder, 'pod'), studio: path.join(folder, 'built') },
  })
  api = createApp(app.deps, { pages: { pod: path.join(folder, 'pod'), studio: path.join(folder, 'studio') } })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const policyOf = async (place: string) =>
  (await api.request(place)).headers.get('content-security-policy') ?? ''

describe('the pod’s page', () => {
  it('may be framed by its team’s ConnectWise alone', async () => {
    expect(await policyOf(`/pod/${team.handle}`)).toMatch(/frame-ancestors https:\/\/eu\.myconnectwise\.net$/)
  })

  it('may be framed by nobody under an unknown handle, and tells its parent’s origin only to its own page', async () => {
    expect(await policyOf('/pod/unknown-handle')).toMatch(/frame-ancestors 'none'$/)
    expect(await (await api.request('/pod/unknown-handle')).text()).not.toContain('myconnectwise')
    expect(await (await api.request(`/pod/${team.handle}`)).text()).toContain(
      'content="https://eu.myconnectwise.net"',
    )
  })
})

describe('every page', () => {
  it('allows its own scripts only, no inline ones, no wildcard, no foreign calls', async () => {
    for (const place of [`/pod/${team.handle}`, '/t/101']) {
      const policy = await policyOf(place)
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/\*|unsafe|https?:(?!\/\/eu\.)/)
    }
  })

  it('says what to do where it is not built', async () => {
    const answer = await api.request('/sign-in')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('npm run build')
  })
})

describe('the page that an extension opens to sign somebody in', () => {
  const address = (change: Record<string, string> = {}, more = '') => {
    const { clientId, redirectUri, responseType, codeChallenge, codeChallengeMethod, state } = soundRequest
    const query = {
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: responseType,
      code_challenge: codeChallenge,
      code_challenge_method: codeChallengeMethod,
      state,
      ...change,
    }
    return `/authorize?${new URLSearchParams(query)}${more}`
  }
  const said = async (place: string) => {
    const answer = await built.request(place)
    expect(answer.headers.get('location')).toBeNull()
    const [, words] = /name="rf-refused" content="([^"]*)"/.exec(await answer.text()) ?? []
    return { status: answer.status, words }
  }

  it('is served for a sound request, framed by nobody', async () => {
    const answer = await built.request(address())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/)
    expect(await answer.text()).not.toContain('rf-refused')
  })

  it.each([
    ['another client', address({ client_id: 'other' }), 'does not know the program'],
    ['another address', address({ redirect_uri: 'https://evil.example/' }), 'not among those'],
    ['a second address', address({}, '&redirect_uri=https://evil.example/'), 'not among those'],
    ['no state', address({ state: '' }), 'state is missing'],
    ['a plain proof key', address({ code_challenge_method: 'plain' }), 'by S256'],
    ['nothing at all', '/authorize', 'does not know the program'],
  ])('says to the person what is wrong with %s, and sends nobody anywhere', async (_, place, words) => {
    expect(await said(place)).toEqual({ status: 400, words: expect.stringContaining(words) })
  })
})

describe('/openapi.json', () => {
  it('describes every route that is served, pages, files and itself too, each under a name of its own', async () => {
    const methods = z.record(z.string(), z.object({ operationId: z.string() }))
    const document = z
      .object({ paths: z.record(z.string(), methods) })
      .parse(await (await api.request('/openapi.json')).json())
    const rows = Object.entries(document.paths).flatMap(([place, by]) =>
      Object.entries(by).map(([method, { operationId }]) => ({
        id: operationId,
        row: `${method.toUpperCase()} ${place}`,
      })),
    )
    const served = api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{file}')}`)
    expect(rows.map(({ row }) => row).sort()).toEqual(served.sort())
    expect(served).toContain('GET /t/{number}')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
})

describe('built assets', () => {
  it('are kept for ever, and packed for whoever can unpack them', async () => {
    const plain = await api.request('/pod/assets/pod-1a2b.js')
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(await plain.text()).toBe('export {}')
    const packed = await api.request('/pod/assets/pod-1a2b.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
  })

  it.each([
    '/pod/assets/../../secret.js',
    '/pod/assets/..%2f..%2fsecret.js',
    '/pod/assets/%2e%2e/%2e%2e/secret.js',
    '/pod/assets/pod-1a2b',
  ])('do not lead out of their folder: %s', async (place) => {
    const answer = await api.request(place)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret"')
  })
})

describe('every answer', () => {
  it.each(['/health', '/nowhere', '/me', '/sign-in', '/authorize', '/set-password', '/openapi.json'])(
    'is not sniffed, not framed, not stored, and names its request: %s',
    async (place) => {
      const { headers } = await api.request(place)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )
})
