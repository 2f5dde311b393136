import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCredentials } from '../create-sandbox.ts'
import { at, goodHeaders, startDesk, type TestDesk } from '../testing/desk-client.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
beforeEach(() => desk.sandbox.reset())
afterAll(() => desk.close())

const { clientId, company, publicKey } = demoCredentials
const basic = (user: string, secret: string) => ({
  authorization: `Basic ${btoa(`${user}:${secret}`)}`,
  clientid: clientId,
})
const mine = (headers: Record<string, string>) =>
  desk.call('GET', '/system/myMembers/info', undefined, headers)

describe('keys', () => {
  it('sign in as the API member', async () => {
    const { status, body } = await mine(goodHeaders)
    expect(status).toBe(200)
    expect(body).toMatchObject({ identifier: 'flowapi', licenseClass: 'A', inactiveFlag: false })
  })

  it('are refused when wrong, in each of the attested ways', async () => {
    const wrong = basic(`${company}+${publicKey}`, 'guess')
    expect(await mine(wrong)).toMatchObject({
      status: 401,
      body: { code: 'Unauthorized', message: 'Incorrect public/private key' },
    })
    await desk.control('PATCH', '/switches', { badKeys: 'not-authenticated' })
    expect(await mine(wrong)).toMatchObject({
      status: 401,
      body: { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' },
    })
    await desk.control('PATCH', '/switches', { badKeys: 'not-found' })
    expect((await mine(wrong)).status).toBe(404)
  })

  it('are refused for another company, for no company, and when absent', async () => {
    expect((await mine(basic(`other+${publicKey}`, demoCredentials.privateKey))).status).toBe(401)
    expect((await mine(basic(publicKey, demoCredentials.privateKey))).status).toBe(401)
    expect((await mine({ clientid: clientId })).status).toBe(401)
  })

  it('need a clientId: 401 as on the cloud, 403 as on premises', async () => {
    const { authorization = '' } = goodHeaders
    expect((await mine({ authorization })).status).toBe(401)
    expect((await mine({ authorization, clientid: 'not-a-guid' })).status).toBe(401)
    await desk.control('PATCH', '/switches', { missingClientId: 403 })
    expect((await mine({ authorization })).status).toBe(403)
  })
})

describe('system info', () => {
  it('answers without a sign-in', async () => {
    const { status, body } = await desk.call('GET', '/system/info', undefined, {})
    expect(status).toBe(200)
    expect(body).toMatchObject({ isCloud: true, cloudRegion: 'NA' })
    expect(at(body, 'version')).toMatch(/^v2025\.1/)
  })
})

describe('a member hash', () => {
  const cookie = (values: Record<string, string>) => ({
    clientid: clientId,
    cookie: Object.entries(values)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; '),
  })
  const issue = async (member = 'mrivera') => (await desk.control('POST', '/hashes', { member })).body
  const cookieOf = (data: Awaited<ReturnType<typeof issue>>, changes: Record<string, string> = {}) =>
    cookie({
      companyName: String(at(data, 'companyid')),
      memberId: String(at(data, 'memberid')),
      memberHash: String(at(data, 'memberHash')),
      memberContext: String(at(data, 'memberContext')),
      ...changes,
    })

  it('comes as the ticket page hands it to a pod', async () => {
    expect(await issue()).toMatchObject({
      site: desk.url,
      companyid: 'ridgeline',
      memberid: 'mrivera',
      memberContext: 'web',
      memberEmail: 'mrivera@ridgeline.example',
      codeBase: 'v2025_1/',
    })
  })

  it('names its member by cookie and by Basic', async () => {
    const data = await issue()
    const basicHash = basic(`ridgeline+${at(data, 'memberid')}`, String(at(data, 'memberHash')))
    for (const headers of [cookieOf(data), basicHash]) {
      const { status, body } = await mine(headers)
      expect(status).toBe(200)
      expect(body).toMatchObject({ identifier: 'mrivera', fullName: 'Maria Rivera' })
    }
  })

  it('is refused for another member, company or context, or changed', async () => {
    const data = await issue()
    const forgeries: Record<string, string>[] = [
      { memberId: 'tokafor' },
      { companyName: 'other' },
      { memberContext: 'other' },
      { memberHash: 'guess' },
    ]
    for (const changes of forgeries)
      expect(await mine(cookieOf(data, changes))).toMatchObject({
        status: 401,
        body: { code: 'ConnectWiseApi', message: 'UserNotAuthenticated' },
      })
  })

  it('does not survive a cookie that was not encoded', async () => {
    const data = await issue()
    const raw = `companyName=ridgeline; memberId=mrivera; memberHash=${at(data, 'memberHash')}; memberContext=web`
    expect((await mine({ clientid: clientId, cookie: raw })).status).toBe(401)
  })

  it('ends after its time', async () => {
    const headers = cookieOf(await issue())
    await desk.control('POST', '/clock', { seconds: 59 * 60 })
    expect((await mine(headers)).status).toBe(200)
    await desk.control('POST', '/clock', { seconds: 61 })
    expect((await mine(headers)).status).toBe(401)
  })

  it('is refused for an inactive member, and for all where the switch says so', async () => {
    expect((await mine(cookieOf(await issue('dwalsh')))).status).toBe(401)
    const headers = cookieOf(await issue())
    await desk.control('PATCH', '/switches', { refuseHashes: true })
    expect((await mine(headers)).status).toBe(401)
  })

  it('can be limited to the cookie, and to one of the two hosts', async () => {
    const data = await issue()
    await desk.control('PATCH', '/switches', { hashByBasic: false })
    expect((await mine(basic('ridgeline+mrivera', String(at(data, 'memberHash'))))).status).toBe(401)
    await desk.control('PATCH', '/switches', { hashCallsOn: 'ui' })
    expect((await mine(cookieOf(data))).status).toBe(403)
    await desk.control('PATCH', '/switches', { uiHosts: ['localhost'] })
    expect((await mine(cookieOf(data))).status).toBe(200)
    await desk.control('PATCH', '/switches', { hashCallsOn: 'api' })
    expect((await mine(cookieOf(data))).status).toBe(403)
  })
})

describe('the guard', () => {
  it('refuses API calls on the host of the user interface', async () => {
    await desk.control('PATCH', '/switches', { uiHosts: ['localhost'] })
    expect(await mine(goodHeaders)).toMatchObject({
      status: 403,
      body: { code: 'Security', message: 'SSL is required.', errors: null },
    })
  })

  it('refuses what the security role does not allow', async () => {
    await desk.control('PATCH', '/switches', { denied: ['POST /service/tickets/*/notes'] })
    const note = { text: 'x', internalAnalysisFlag: true }
    expect(await desk.call('POST', '/service/tickets/26251/notes', note)).toMatchObject({
      status: 403,
      body: { code: 'Security', message: 'You do not have security permission to perform this action.' },
    })
    expect((await desk.call('GET', '/service/tickets/26251/notes')).status).toBe(200)
  })

  it('answers 429 in its odd shape once the minute is used up, and forgets with the next minute', async () => {
    await desk.control('PATCH', '/switches', { requestsPerMinute: 3 })
    desk.clock.advance(60_000)
    for (let i = 0; i < 3; i += 1) expect((await mine(goodHeaders)).status).toBe(200)
    const { status, headers, body } = await mine(goodHeaders)
    expect(status).toBe(429)
    const wait = Number(headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(body).toEqual({
      error: 'ConnectWiseAPI',
      message: `Too many requests. Please try again in ${wait} seconds.`,
    })
    desk.clock.advance(wait * 1000)
    expect((await mine(goodHeaders)).status).toBe(200)
  })
})
