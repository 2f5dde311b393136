import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { end, runDemo } from '#scripts/e2e/demo.ts'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { freePort } from '#scripts/serve/free-port.ts'

let folder: string
let ports: [number, number]
let running: Awaited<ReturnType<typeof runDemo>>

const environment = (port: number, sandboxPort: number, data = 'data') => ({
  ...process.env,
  PORT: String(port),
  SANDBOX_PORT: String(sandboxPort),
  RESOLUTIONFLOW_DATA: path.join(folder, data),
  CI: 'true',
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  ports = [await freePort(), await freePort()]
  running = await runDemo(environment(...ports))
}, 60_000)
afterAll(async () => {
  await end(running.child, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

describe('the demo', () => {
  it('prints a link that opens a ticket', async () => {
    const answer = await fetch(running.link)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<!doctype html>')
  })

  it('refuses a second start on the same data folder, naming it and who holds it', async () => {
    const second = runDemo(environment(await freePort(), await freePort()))
    await expect(second).rejects.toThrow(
      `The data folder ${path.join(folder, 'data')} is in use by process ${running.child.pid}.`,
    )
  })

  it('refuses a taken port and names another', async () => {
    const taken = runDemo(environment(ports[0], await freePort(), 'other'))
    await expect(taken).rejects.toThrow(`Port ${ports[0]} is taken.`)
    expect(existsSync(path.join(folder, 'other', 'lock'))).toBe(false)
  })

  it('refuses a taken port of the sandbox', async () => {
    const taken = runDemo(environment(await freePort(), ports[1], 'other'))
    await expect(taken).rejects.toThrow(`Port ${ports[1]} is taken. Stop what runs there, or choose another:`)
  })

  it('refuses a data folder of another PostgreSQL and leaves it alone', async () => {
    await mkdir(path.join(folder, 'old', 'database'), { recursive: true })
    await writeFile(path.join(folder, 'old', 'database', 'PG_VERSION'), '16\n')
    const old = runDemo(environment(await freePort(), await freePort(), 'old'))
    await expect(old).rejects.toThrow('holds a PostgreSQL 16 database; this version reads 18')
  })

  it('refuses a data folder that is a file, or stands below one', async () => {
    await writeFile(path.join(folder, 'file'), 'mine')
    const onFile = runDemo(environment(await freePort(), await freePort(), 'file'))
    await expect(onFile).rejects.toThrow(
      `The data folder ${path.join(folder, 'file')} is a file. Name another:`,
    )
    const below = runDemo(environment(await freePort(), await freePort(), 'file/data'))
    await expect(below).rejects.toThrow(
      'cannot be made or written to (ENOTDIR). Name another: RESOLUTIONFLOW_DATA=',
    )
  })

  it('ends cleanly on Ctrl-C while it starts', async () => {
    const data = path.join(folder, 'early')
    const child = spawn(process.execPath, ['scripts/demo/main.ts'], {
      env: environment(await freePort(), await freePort(), 'early'),
      stdio: 'ignore',
    })
    await vi.waitUntil(() => existsSync(path.join(data, 'lock')), { timeout: 20_000, interval: 5 })
    expect(await end(child, 'SIGINT')).toBe(0)
    expect(existsSync(path.join(data, 'lock'))).toBe(false)
  })

  it('ends cleanly on Ctrl-C and starts again on the same folder', async () => {
    expect(await end(running.child, 'SIGINT')).toBe(0)
    expect(existsSync(path.join(folder, 'data', 'lock'))).toBe(false)
    running = await runDemo(environment(...ports))
    expect((await fetch(running.link)).status).toBe(200)
  })

  it('still has in its tickets what was written before it was killed', async () => {
    const { company, publicKey, privateKey, clientId } = demoCredentials
    const keys = Buffer.from(`${company}+${publicKey}:${privateKey}`).toString('base64')
    const headers = { authorization: `Basic ${keys}`, clientId, 'content-type': 'application/json' }
    const notes = `http://localhost:${ports[1]}/v4_6_release/apis/3.0/service/tickets/26251/notes`
    const body = JSON.stringify({ text: 'Stands here still', internalAnalysisFlag: true })
    expect((await fetch(notes, { method: 'POST', headers, body })).status).toBe(201)
    await end(running.child, 'SIGKILL')
    running = await runDemo(environment(...ports))
    expect(await (await fetch(`${notes}?pageSize=1000`, { headers })).text()).toContain('Stands here still')
  })
})
