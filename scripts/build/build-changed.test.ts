import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildChanged } from './build-changed.ts'

let root: string
let built: string[]
let isBroken: boolean
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
const targets = [
  { name: 'one', config: 'one/vite.config.ts', sources: ['one', 'both'] },
  { name: 'two', config: 'two/vite.config.ts', sources: ['two', 'both'] },
]

/** Builds, and answers which targets were. */
async function build(): Promise<string[]> {
  built = []
  await buildChanged(root, targets, {
    async build(config) {
      if (isBroken) throw new Error('broken')
      const name = path.basename(path.dirname(config))
      built.push(name)
      await write(`dist/${name}/index.html`, 'built')
    },
    print: () => {},
  })
  return built
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  isBroken = false
  for (const file of ['package-lock.json', 'package.json', 'tsconfig.json']) await write(file, '{}')
  for (const file of ['one/page.ts', 'two/page.ts', 'both/deep/shared.ts']) await write(file, 'export {}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('building what changed', () => {
  it('builds everything at first and nothing after that', async () => {
    expect(await build()).toEqual(['one', 'two'])
    expect(await build()).toEqual([])
  })

  it.each([
    ['its own source', 'two/page.ts', ['two']],
    ['a source of both', 'both/deep/shared.ts', ['one', 'two']],
    ['the lock file', 'package-lock.json', ['one', 'two']],
    ['a new source', 'one/new.ts', ['one']],
    ['a test', 'one/page.test.ts', []],
  ])('builds again after a change of %s', async (_, file, wanted) => {
    await build()
    await write(file, 'export const changed = true')
    expect(await build()).toEqual(wanted)
  })

  it('builds again what was deleted', async () => {
    await build()
    await rm(path.join(root, 'dist', 'two'), { recursive: true })
    expect(await build()).toEqual(['two'])
  })

  it('counts a build that failed as not built, also where the source goes back to what it was', async () => {
    await build()
    await write('one/page.ts', 'broken')
    isBroken = true
    await expect(build()).rejects.toThrow('broken')
    isBroken = false
    await write('one/page.ts', 'export {}')
    expect(await build()).toEqual(['one'])
  })
})

describe('the commands that serve pages', () => {
  it.each(['start', 'serve'])('build them first: npm run %s', async (name) => {
    const text = await readFile(path.join(import.meta.dirname, '../../package.json'), 'utf8')
    const { scripts } = JSON.parse(text)
    expect(scripts[name]).toMatch(/^node scripts\/run\.mjs scripts\/build\/build\.ts \S+\.ts$/)
  })
})
