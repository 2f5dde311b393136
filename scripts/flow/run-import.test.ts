import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#api/app.ts'
import { openPGlite } from '#api/db/open-embedded.ts'
import { listen } from '#api/listen.ts'
import { createTestApp, type TestApp } from '#api/testing/test-app.ts'
import { createTestTeam, type TestMember, type TestTeam } from '#api/testing/test-team.ts'
import { demoRoutes } from '#scripts/demo/demo-routes.ts'
import { freePort } from '#scripts/serve/free-port.ts'
import { startProcess } from '#scripts/serve/start-process.ts'
import { readImportEnvironment } from './environment.ts'
import { runImport } from './run-import.ts'

let app: TestApp
let team: TestTeam
let admin: TestMember
let folder: string
let base: string
let server: { close(): Promise<void> }
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  app = await createTestApp(openPGlite(await PGlite.create()))
  team = await createTestTeam(app)
  admin = await team.join('team_admin')
  const port = await freePort()
  server = await listen(createApp(app.deps, { extra: demoRoutes(team.id) }), port, '127.0.0.1')
  base = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await server.close()
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const inFolder = (args: string[]) =>
  args.map((each) => (each.endsWith('.json') ? path.join(folder, each) : each))

/** Runs the command on files of the test's folder: what it printed, its error last, and the code it ends with. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const printed: string[] = []
  try {
    const isClean = await runImport(inFolder(args), readImportEnvironment(environment), (line) =>
      printed.push(line),
    )
    return { code: isClean ? 0 : 1, output: printed.join('\n') }
  } catch (error) {
    return { code: 1, output: [...printed, error instanceof Error ? error.message : ''].join('\n') }
  }
}
const overHttp = (...args: string[]) => run([...args, '--api', base])

const starter = async () => {
  const file = path.join(import.meta.dirname, '../seed/flows/confirm-caller.json')
  return JSON.parse(await readFile(file, 'utf8'))
}
const write = (name: string, content: unknown) =>
  writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const flows = async () => (await admin.client.call('listFlows', {})).flows

describe('the import-flow command over HTTP', () => {
  it('publishes a sound flow as the demo’s administrator, and its next version when it comes again', async () => {
    await write('caller.json', await starter())
    expect(await overHttp('caller.json')).toEqual({
      code: 0,
      output: 'confirm-caller: published as version 1.',
    })
    await write('caller.json', { ...(await starter()), title: 'Other words' })
    expect((await overHttp('caller.json')).output).toBe('confirm-caller: published as version 2.')
    expect(await flows()).toMatchObject([{ id: 'confirm-caller', title: 'Other words', version: 2 }])
  })

  it('keeps a draft where that is wished', async () => {
    await write('kept.json', { ...(await starter()), id: 'kept' })
    expect(await overHttp('kept.json', '--draft')).toEqual({ code: 0, output: 'kept: kept as a draft.' })
  })

  it('names the errors of a flow, keeps it as a draft and goes on with the next', async () => {
    const { steps, ...rest } = await starter()
    await write('list.json', [
      { ...rest, id: 'unfinished', steps: steps.slice(0, 1) },
      { ...rest, id: 'finished', steps },
    ])
    const { code, output } = await overHttp('list.json')
    expect(code).toBe(1)
    expect(output).toMatch(/^error in unfinished/)
    expect(output).toContain('unfinished: kept as a draft.\nfinished: published as version 1.')
  })

  it.each([
    ['no JSON', '{"id": ', 'Save the file as JSON'],
    ['no flow', { id: 3 }, 'is not a flow yet:'],
    ['an empty list', [], 'at least one flow'],
  ])('stores nothing of a file that holds %s', async (_, content, words) => {
    const before = await flows()
    await write('bad.json', content)
    expect(await overHttp('bad.json')).toEqual({ code: 1, output: expect.stringContaining(words) })
    expect(await flows()).toEqual(before)
  })

  it('says in the API’s own words that a member’s role does not allow it', async () => {
    const { token } = await team.join('viewer')
    await write('mine.json', { ...(await starter()), id: 'mine' })
    const refused = await run(['mine.json', '--api', base], { RESOLUTIONFLOW_TOKEN: token })
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('Your role does not allow this') })
    expect((await flows()).map(({ id }) => id)).not.toContain('mine')
  })

  it('works with the token of somebody who may', async () => {
    await write('theirs.json', { ...(await starter()), id: 'theirs' })
    const done = await run(['theirs.json', '--api', base], { RESOLUTIONFLOW_TOKEN: admin.token })
    expect(done).toEqual({ code: 0, output: 'theirs: published as version 1.' })
  })

  it('says how to start it where no API is running', async () => {
    await write('caller.json', await starter())
    const away = await run(['caller.json', '--api', `http://127.0.0.1:${await freePort()}`])
    expect(away).toEqual({ code: 1, output: expect.stringContaining('Start the demo with npm start') })
  })

  it('finds the demo at the port it was started with, and names where it looked and how to say another', async () => {
    await write('ported.json', { ...(await starter()), id: 'ported' })
    expect(await run(['ported.json'], { PORT: new URL(base).port })).toMatchObject({ code: 0 })
    const port = String(await freePort())
    const { output } = await run(['ported.json'], { PORT: port })
    expect(output).toContain(`No API answers at http://localhost:${port}.`)
    expect(output).toContain('--api')
  })

  it.each(['foo', 'ftp://host', ''])('says how an address is written that is none: %j', async (address) => {
    await write('caller.json', await starter())
    const { code, output } = await run(['caller.json', '--api', address])
    expect([code, output]).toEqual([1, expect.stringContaining('Write it as http://localhost:8787')])
  })

  it('says so where there is no demo, and where something else answers', async () => {
    await write('caller.json', await starter())
    const port = await freePort()
    const plain = await listen(createApp(app.deps), port, '127.0.0.1')
    const bare = await run(['caller.json', '--api', `http://127.0.0.1:${port}`])
    await plain.close()
    expect(bare).toEqual({ code: 1, output: expect.stringContaining('Set RESOLUTIONFLOW_TOKEN') })
    const web = createApp(app.deps, {
      extra: (api) => api.get('/demo/members', (http) => http.html('<p>Hi')),
    })
    const other = await listen(web, port, '127.0.0.1')
    const foreign = await run(['caller.json', '--api', `http://127.0.0.1:${port}`])
    await other.close()
    expect(foreign).toEqual({ code: 1, output: expect.stringContaining('Check the address') })
  })
})

describe('the import-flow command', () => {
  it.each([
    ['names no file', [], {}, 'Usage: npm run import-flow'],
    ['names two', ['a.json', 'b.json'], {}, 'Usage: npm run import-flow'],
    ['names a file that is not there', ['nowhere.json'], {}, 'nowhere.json cannot be read.'],
    ['has an unknown flag', ['a.json', '--publish'], {}, '--publish is not known here.\n\nUsage:'],
    ['has a flag without its value', ['a.json', '--api'], {}, '--api needs a value.'],
    ['asks for help', ['--help'], {}, 'Usage: npm run import-flow'],
    ['has a port that is none', ['a.json'], { PORT: 'abc' }, 'PORT must be a number'],
  ] as const)('says what is wrong where it %s', async (_, args, environment, words) => {
    const { code, output } = await run([...args], environment)
    expect(code).toBe(1)
    expect(output).toContain(words)
  })

  it('ends with 0 where every flow is sound, else with 1', async () => {
    await write('coded.json', { ...(await starter()), id: 'coded' })
    const ended = (...args: string[]) =>
      startProcess('scripts/flow/import-flow.ts', {}, inFolder([...args, '--api', base])).ended
    const [sound, missing] = await Promise.all([ended('coded.json'), ended('nowhere.json')])
    expect(sound).toEqual({ code: 0, output: 'coded: published as version 1.\n' })
    expect(missing).toEqual({ code: 1, output: expect.stringMatching(/nowhere\.json cannot be read\.\n$/) })
  })

  it('asks for the team of a database, and for the database of a team', async () => {
    await write('caller.json', await starter())
    const noTeam = await run(['caller.json'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect(noTeam).toEqual({ code: 1, output: expect.stringContaining('name the team with --team ID') })
    const noDatabase = await run(['caller.json', '--team', team.id])
    expect(noDatabase).toEqual({ code: 1, output: expect.stringContaining('--team needs DATABASE_URL') })
  })
})
