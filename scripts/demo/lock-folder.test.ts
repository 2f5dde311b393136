import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockFolder } from './lock-folder.ts'

const processes = 5
const folders = 60
let base: string
let gone: number

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  const ended = spawn(process.execPath, ['-e', ''])
  await once(ended, 'exit')
  gone = ended.pid ?? 0
})
afterAll(() => rm(base, { recursive: true, force: true }))

async function folder(name: string, lock?: string): Promise<string> {
  const place = path.join(base, name)
  await mkdir(place)
  if (lock !== undefined) await writeFile(path.join(place, 'lock'), lock)
  return place
}

// Takes folder after folder, keeps what it got, and prints a letter for each; it begins when it is told to.
const rival = `
const { lockFolder } = await import(${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'lock-folder.ts')).href)})
const [base, count] = process.argv.slice(1)
process.stdout.write('?')
process.stdin.once('data', () => {
  let taken = ''
  for (let at = 0; at < Number(count); at++)
    try {
      lockFolder(base + '/' + at)
      taken += 'x'
    } catch {
      taken += '.'
    }
  process.stdout.write(taken)
})
process.stdin.once('end', () => process.exit())`

describe('the lock of a data folder', () => {
  it('is had by one at a time, and free again once let go', async () => {
    const place = await folder('one')
    const release = lockFolder(place)
    expect(existsSync(path.join(place, 'lock'))).toBe(true)
    release()
    expect(existsSync(path.join(place, 'lock'))).toBe(false)
    lockFolder(place)()
  })

  it('names the process that holds it', async () => {
    const place = await folder('held', String(process.ppid))
    expect(() => lockFolder(place)).toThrow(`${place} is in use by process ${process.ppid}.`)
  })

  it.each(['', 'nonsense'])('is taken over where what stands in it is no process: “%s”', async (text) => {
    lockFolder(await folder(`odd ${text}`, text))()
  })

  it('is taken over from a process that ended, even one that ended while it took over itself', async () => {
    const place = await folder('left', String(gone))
    await writeFile(path.join(place, 'lock-takeover'), String(gone))
    lockFolder(place)()
    expect(existsSync(path.join(place, 'lock-takeover'))).toBe(false)
  })

  it('is had by exactly one of many processes that find a left one at the same moment', async () => {
    for (let at = 0; at < folders; at++) await folder(String(at), at % 3 === 0 ? undefined : String(gone))
    const children = Array.from({ length: processes }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', rival, base, String(folders)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    )
    await Promise.all(children.map((child) => once(child.stdout, 'data')))
    const answers = children.map((child) => once(child.stdout, 'data'))
    for (const child of children) child.stdin.write('go')
    const taken = (await Promise.all(answers)).map(([text]) => String(text))
    for (const child of children) child.stdin.end()
    const holders = Array.from(
      { length: folders },
      (_, at) => taken.filter((each) => each[at] === 'x').length,
    )
    expect(holders).toEqual(Array.from({ length: folders }, () => 1))
  })
})
