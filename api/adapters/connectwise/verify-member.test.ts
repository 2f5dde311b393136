import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { type Asked, serveScript, type Told } from './scripted-server.ts'
import { createVerifyMember } from './verify-member.ts'

type Script = Awaited<ReturnType<typeof serveScript>>
const open: Script[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const member = {
  id: 176,
  identifier: 'Tech1',
  fullName: 'Technician One',
  defaultEmail: 't1@acme.example',
  inactiveFlag: false,
}
const claim = { memberId: 'tech1', memberHash: 'a/b+c==;d', memberContext: 'web' }
const unauthorised = { status: 401, body: { code: 'Unauthorized', message: 'no' } }
const sslRequired = { status: 403, body: { code: 'Security', message: 'SSL is required.', errors: null } }

/** UI host and API host on two ports, each with its own answers. */
async function start(onUi: (asked: Asked) => Told, onApi: (asked: Asked) => Told) {
  const [ui, api] = [await serveScript(onUi), await serveScript(onApi)]
  open.push(ui, api)
  const connection = { ...ui.connection, apiUrl: api.connection.apiUrl }
  const client = createClient(connection, ui.deps)
  return { ui, api, ...createVerifyMember(client, connection) }
}

describe('verifyMember', () => {
  it('sends the hash in cookies, encoded, with our company', async () => {
    const { verifyMember, ui, api } = await start(
      () => ({ body: member }),
      () => unauthorised,
    )
    expect(await verifyMember(claim)).toEqual({
      id: 176,
      identifier: 'Tech1',
      name: 'Technician One',
      email: 't1@acme.example',
      inactive: false,
      timeZone: null,
    })
    const [call] = ui.calls()
    expect(call?.url.pathname).toBe('/v2025_1/apis/3.0/system/myMembers/info')
    expect(call?.headers.cookie).toBe(
      'companyName=acme; memberId=tech1; memberHash=a%2Fb%2Bc%3D%3D%3Bd; memberContext=web',
    )
    expect(call?.headers.authorization).toBeUndefined()
    expect(call?.headers.clientid).toBe(ui.connection.clientId)
    expect(api.calls()).toHaveLength(0)
  })

  it('finds the way that works, and takes it first the next time', async () => {
    const basic = `Basic ${Buffer.from('acme+tech1:a/b+c==;d').toString('base64')}`
    const { verifyMember, ui, api } = await start(
      () => sslRequired,
      (asked) => (asked.headers.authorization === basic ? { body: member } : unauthorised),
    )
    expect(await verifyMember(claim)).toMatchObject({ identifier: 'Tech1' })
    expect([ui.calls().length, api.calls().length]).toEqual([2, 2])
    expect(await verifyMember(claim)).toMatchObject({ identifier: 'Tech1' })
    expect([ui.calls().length, api.calls().length]).toEqual([2, 3])
  })

  it.each([
    ['refuses the hash', unauthorised],
    ['answers with a sign-in page', { body: '<html>Sign in</html>' }],
    ['sends us elsewhere', { status: 302, headers: { location: 'https://evil.example/' } }],
    ['names another member', { body: { ...member, identifier: 'tech2' } }],
    ['names a member whose name only begins so', { body: { ...member, identifier: 'tech1x' } }],
    ['names an inactive member', { body: { ...member, inactiveFlag: true } }],
    ['names nobody', { body: {} }],
    ['says null', { body: null }],
  ])('is nobody where ConnectWise %s', async (_, told) => {
    const { verifyMember } = await start(
      () => told,
      () => told,
    )
    expect(await verifyMember(claim)).toBeNull()
  })

  it.each([
    ['fails', { status: 503, body: '<html></html>' }],
    ['cuts the line', { reset: true }],
    ['asks to slow down', { status: 429, body: '' }],
  ])('cannot tell where ConnectWise %s', async (_, told) => {
    const { verifyMember } = await start(
      () => told,
      () => unauthorised,
    )
    await expect(verifyMember(claim)).rejects.toMatchObject({ reason: 'unavailable' })
  })

  it.each([
    { memberId: '', memberHash: 'x' },
    { memberId: 'tech1', memberHash: '' },
    { memberId: 'tech1:x', memberHash: 'x' },
    { memberId: 'other+tech1', memberHash: 'x' },
    { memberId: 'tech1; memberId=boss', memberHash: 'x' },
    { memberId: 'tech1', memberHash: 'x\r\nX-Evil: 1' },
    { memberId: 'tech1', memberHash: 'x'.repeat(5000) },
    { memberId: 'tech1', memberHash: 'x', memberContext: 'web\0' },
    { memberId: 'tëch1', memberHash: 'x' },
  ])('does not even ask about %j', async (bad) => {
    const { verifyMember, ui, api } = await start(
      () => ({ body: member }),
      () => ({ body: member }),
    )
    expect(await verifyMember(bad)).toBeNull()
    expect([...ui.asked, ...api.asked]).toHaveLength(0)
  })
})
