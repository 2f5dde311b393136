import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, demoCredentials } from '../create-sandbox.ts'
import { keepWorld } from './keep-world.ts'

let folder: string
let file: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
  file = path.join(folder, 'sandbox.json')
  said = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () => createSandbox({ keep: keepWorld(file, (line) => said.push(line)) })
type Opened = ReturnType<typeof open>

async function call(sandbox: Opened, method: string, url: string, body?: unknown) {
  const { company, publicKey, privateKey, clientId } = demoCredentials
  const keys = Buffer.from(`${company}+${publicKey}:${privateKey}`).toString('base64')
  const answer = await sandbox.fetch(
    new Request(`http://localhost/v4_6_release/apis/3.0${url}`, {
      method,
      headers: { authorization: `Basic ${keys}`, clientId, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return answer.json()
}

const addNote = (sandbox: Opened, text: string) =>
  call(sandbox, 'POST', '/service/tickets/26251/notes', { text, internalAnalysisFlag: true })
const notes = async (sandbox: Opened) =>
  JSON.stringify(await call(sandbox, 'GET', '/service/tickets/26251/notes?pageSize=1000'))
const addTicket = (sandbox: Opened) =>
  call(sandbox, 'POST', '/service/tickets', { summary: 'New', company: { id: 250 }, board: { id: 1 } })

describe('a sandbox that keeps its world', () => {
  it('has after a restart what was written before, and uses no number twice', async () => {
    const first = open()
    const before = await addTicket(first)
    const note = await addNote(first, 'Kept over a restart')
    const second = open()
    expect(await notes(second)).toContain('Kept over a restart')
    expect((await addTicket(second)).id).toBe(before.id + 1)
    expect((await addNote(second, 'Another')).id).toBeGreaterThan(note.id)
    expect(said).toEqual([])
  })

  it('stands on disk before the writer hears that it was written, whole', async () => {
    const sandbox = open()
    await addNote(sandbox, 'Written before the answer')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toBeTypeOf('object')
    expect(readFileSync(file, 'utf8')).toContain('Written before the answer')
    expect(readdirSync(folder)).toEqual(['sandbox.json'])
  })

  it('makes other ids after a restart', async () => {
    const first = open()
    const one = first.issueHash('mrivera')
    await addNote(first, 'x')
    expect(open().issueHash('mrivera').hash).not.toBe(one.hash)
  })

  it('goes back to the seed when told to, and stays there', async () => {
    const first = open()
    await addNote(first, 'Gone after a reset')
    const headers = { 'content-type': 'application/json' }
    await first.fetch(new Request('http://localhost/_sandbox/reset', { method: 'POST', headers, body: '{}' }))
    expect(await notes(open())).not.toContain('Gone after a reset')
  })

  it.each([
    [
      'of a newer version',
      JSON.stringify({ format: 'resolutionflow-sandbox', version: 2, tables: 1 }),
      /newer/,
    ],
    ['cut off', '{"format":"resolutionflow-sandbox","ver', /cannot be read/],
    ['of something else', '[]', /cannot be read/],
  ])('begins anew with a file %s, says so by its name and leaves it', async (_, content, why) => {
    writeFileSync(file, content)
    const sandbox = open()
    expect(said.join()).toMatch(why)
    expect(said.join()).toContain(file)
    await addNote(sandbox, 'New world')
    const [aside] = readdirSync(folder).filter((name) => name !== 'sandbox.json')
    expect(readFileSync(path.join(folder, aside ?? ''), 'utf8')).toBe(content)
    expect(await notes(open())).toContain('New world')
  })

  it('writes nothing while nothing was changed', async () => {
    await notes(open())
    expect(existsSync(file)).toBe(false)
  })
})
