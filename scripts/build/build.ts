import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Builds the pages whose sources changed since they were last built. */

const root = path.resolve(import.meta.dirname, '../..')

const targets = [
  { name: 'pod', config: 'psa-pod/vite.config.ts', sources: ['psa-pod', 'shared'] },
  { name: 'studio', config: 'extension/studio/vite.config.ts', sources: ['extension/studio', 'shared'] },
  {
    name: 'sandbox-page',
    config: 'scripts/sandbox/connectwise/page/vite.config.ts',
    sources: ['scripts/sandbox/connectwise/page'],
  },
] as const

for (const { name, config, sources } of targets) {
  const stamp = path.join(root, 'dist', `.${name}.stamp`)
  const wanted = hashOf(['package-lock.json', 'package.json', 'tsconfig.json', ...sources])
  const isThere = existsSync(stamp) && existsSync(path.join(root, 'dist', name))
  if (isThere && readFileSync(stamp, 'utf8') === wanted) continue
  // A build that fails leaves no stamp of an earlier one beside what it wrote.
  rmSync(stamp, { force: true })
  console.log(`Building ${name} …`)
  // Loaded only where it is needed: every start comes through here.
  const { build } = await import('vite')
  await build({ configFile: path.join(root, config), logLevel: 'warn' })
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function hashOf(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesIn(path.join(root, place))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
