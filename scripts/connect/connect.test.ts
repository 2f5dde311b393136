import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectWisePsa } from '#api/adapters/connectwise/connect-psa.ts'
import { createSend } from '#api/adapters/connectwise/send.ts'
import { systemClock } from '#api/adapters/system/system-clock.ts'
import { systemIds } from '#api/adapters/system/system-ids.ts'
import type { Db } from '#api/db/db.ts'
import { teamOfPodHandle } from '#api/db/directory.ts'
import { openEmbedded } from '#api/db/open-embedded.ts'
import { flow } from '#api/db/schema/flow.ts'
import { member, psaConnection } from '#api/db/schema/team.ts'
import { createPsaOfTeam } from '#api/features/connection/psa-of-team.ts'
import { readTeam } from '#api/features/team/read-team.ts'
import { createSecretBox } from '#api/secrets/secret-box.ts'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { type ServedSandbox, serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'
import { type Answers, ask, readChange } from './ask.ts'
import { changeSetting } from './change-setting.ts'
import { connectWith } from './connect-with.ts'

let sandbox: ServedSandbox
let db: Db
const { send, close } = createSend({ allowInsecure: true })
const secrets = createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }])
beforeAll(async () => {
  sandbox = await serveSandbox({ port: 0 })
  db = await openEmbedded(undefined)
}, 60_000)
afterAll(async () => {
  close()
  await db.close()
  await sandbox.close()
})

const connectTo = (connection: Answers['connection']) =>
  connectWisePsa(connection, {
    send,
    now: systemClock.now,
    sleep: async () => {},
    random: () => 0.5,
    allowInsecure: true,
  })

async function connect(more: Partial<Answers> = {}, other: Partial<Answers['connection']> = {}) {
  const { company, publicKey, privateKey, clientId } = demoCredentials
  const keys = { company, publicKey, privateKey, clientId }
  const connection = { ...keys, uiUrl: sandbox.url, apiUrl: sandbox.url, ...other }
  const answers = {
    connection,
    team: null,
    name: 'Ridgeline IT',
    admin: 'apetrov',
    timeZone: 'Europe/Berlin',
    ...more,
  }
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const publicUrl = 'https://flow.example'
  const isStored = await connectWith(
    { db, secrets, clock: systemClock, ids: systemIds, publicUrl, psa: connectTo(connection), print },
    answers,
  )
  return { isStored, printed: lines.join('\n') }
}

const allFlags = ['company', 'public-key', 'private-key', 'client-id', 'name', 'admin'].map(
  (flag) => `--${flag}=x`,
)
const idIn = (printed: string) => /key changes: (\S+)/.exec(printed)?.[1] ?? ''
const handleIn = (printed: string) => /\/pod\/([\w-]+)\?/.exec(printed)?.[1] ?? ''

describe('connecting a team', () => {
  it('tries each right, names the first administrator and prints how to set the pod up', async () => {
    const { isStored, printed } = await connect()
    expect(isStored).toBe(true)
    expect(printed).not.toContain('MISSING')
    expect(printed).toMatch(
      /URL\s+https:\/\/flow\.example\/pod\/[\w-]{27}\?id=\[cw_id\]&screen=\[cw_screen\]/,
    )
    const id = idIn(printed)
    expect(await teamOfPodHandle(db, handleIn(printed))).toBe(id)
    const members = await db.asTeam(id, (tx) => tx.select().from(member))
    const flows = await db.asTeam(id, (tx) => tx.select().from(flow))
    expect(flows.map((each) => `${each.id}@${each.version}`).sort()).toEqual([
      'account-lockout@1',
      'confirm-caller@1',
      'outlook-not-connecting@1',
      'printer-offline@1',
    ])
    expect(members).toMatchObject([{ name: 'Anna Petrov', role: 'team_admin', psaIdentifier: 'apetrov' }])
  })

  it('keeps the keys sealed, and opens the team’s ConnectWise with them', async () => {
    const id = idIn((await connect()).printed)
    const stored = await db.asTeam(id, (tx) => tx.select().from(psaConnection))
    const bytes = stored.map(({ sealedCredentials, sealedKey }) =>
      Buffer.concat([sealedCredentials, sealedKey]).toString('latin1'),
    )
    expect(JSON.stringify(stored) + bytes.join()).not.toContain(demoCredentials.privateKey)
    const psa = await createPsaOfTeam(db, secrets, connectTo).open(id)
    expect((await psa.ticket({ id: 26251, kind: 'service' }))?.id).toBe(26251)
  })

  it('says so where ConnectWise refuses the keys', async () => {
    await expect(connect({}, { privateKey: 'wrong' })).rejects.toThrow(
      'ConnectWise did not accept the keys. Check them.',
    )
  })

  it('says so where ConnectWise does not know the company, and asks for no rights', async () => {
    await expect(connect({}, { company: 'acme' })).rejects.toThrow('does not know the company “acme”')
  })

  it('says so where nothing answers, or something else than ConnectWise', async () => {
    const away = 'http://127.0.0.1:1'
    await expect(connect({}, { uiUrl: away, apiUrl: away })).rejects.toThrow('could not be reached')
    const web = createServer((_, answer) => answer.writeHead(404).end('<html>Not found</html>'))
    await new Promise<void>((done) => web.listen(0, '127.0.0.1', done))
    const address = web.address()
    const port = typeof address === 'object' ? address?.port : 0
    const site = `http://127.0.0.1:${port}`
    await expect(connect({}, { uiUrl: site, apiUrl: site })).rejects.toThrow('is not ConnectWise')
    web.close()
  })

  it('names the regions where a word is none of them', async () => {
    await expect(ask([...allFlags, '--site=xx'])).rejects.toThrow('There is no region “xx”. Use na, eu, au')
  })

  it('names a right that is missing', async () => {
    sandbox.sandbox.state.switches.denied = ['POST /time/entries']
    const { isStored, printed } = await connect()
    sandbox.sandbox.state.switches.denied = []
    expect(isStored).toBe(false)
    expect(printed).toMatch(/MISSING {2}.*[Tt]ime/)
  })

  it('connects a team that may not read project tickets, and says what it goes without', async () => {
    sandbox.sandbox.state.switches.denied = ['* /project/**']
    const { isStored, printed } = await connect()
    sandbox.sandbox.state.switches.denied = []
    expect(isStored).toBe(true)
    expect(printed).toMatch(/without +Read project tickets.*\n.*Needed for project tickets alone/)
  })

  it('asks for an administrator whom ConnectWise knows', async () => {
    await expect(connect({ admin: 'nobody' })).rejects.toThrow('no active member "nobody"')
  })

  it('replaces the keys of a connected team and leaves the pod’s address', async () => {
    const { printed } = await connect()
    const id = idIn(printed)
    const again = await connect({ team: id })
    expect(again.printed).toContain('new keys are stored')
    expect(await teamOfPodHandle(db, handleIn(printed))).toBe(id)
  })
})

describe('switching a setting of a connected team', () => {
  it('changes that one alone, and says what it means', async () => {
    const id = idIn((await connect()).printed)
    const before = (await readTeam({ db, team: id })).settings
    const printed: string[] = []
    const change = readChange([`--team=${id}`, '--before-save=on'])
    if (change === null) throw new Error('No change was read.')
    const deps = { db, clock: systemClock, ids: systemIds }
    await changeSetting(deps, change, (line) => printed.push(line))
    expect((await readTeam({ db, team: id })).settings).toEqual({ ...before, beforeSave: true })
    expect(printed.join()).toContain('hold no save up')
    await changeSetting(deps, { ...change, beforeSave: false }, () => {})
    expect((await readTeam({ db, team: id })).settings).toEqual(before)
    await expect(changeSetting(deps, { ...change, team: systemIds.uuid() }, () => {})).rejects.toThrow(
      'There is no team',
    )
  })

  it('is not confused with connecting', () => {
    expect(readChange(['--site=eu', '--team=t'])).toBeNull()
    expect(() => readChange(['--help'])).toThrow(/^Usage: npm run connect/)
    expect(() => readChange(['--sight=eu'])).toThrow(/^--sight is not known here.\n\nUsage:/)
    expect(() => readChange(['--team=t', '--before-save=maybe'])).toThrow('on or off')
    expect(() => readChange(['--before-save=on'])).toThrow('--team')
    expect(() => readChange(['--team=t', '--before-save=on'])).toThrow('--team')
    expect(() => readChange([`--team=${systemIds.uuid()}`, '--before-save=on', '--site=eu'])).toThrow('alone')
  })
})

describe('the answers', () => {
  const flags = [
    '--company=acme',
    '--public-key=p',
    '--private-key=k',
    '--client-id=c',
    '--name=Acme',
    '--admin=a',
  ]

  it('take a region for its two hosts', async () => {
    const { connection } = await ask(['--site=eu', ...flags])
    expect(connection).toMatchObject({
      uiUrl: 'https://eu.myconnectwise.net',
      apiUrl: 'https://api-eu.myconnectwise.net',
    })
  })

  it.each(['http://cw.example.com', 'https://127.0.0.1', 'https://localhost', 'https://cw.internal'])(
    'refuse %s, which is not https on a public host',
    async (site) => {
      await expect(ask([`--site=${site}`, ...flags])).rejects.toThrow()
    },
  )

  it('name a flag that is missing where nobody can be asked', async () => {
    await expect(ask(['--site=eu'])).rejects.toThrow('--company is missing')
  })
})
