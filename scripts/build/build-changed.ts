import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Pages that are built together, into `dist/<name>`. */
export interface Target {
  name: string
  /** Paths from the project's root, as the sources are. */
  config: string
  sources: readonly string[]
}

/**
 * Builds the targets of the project at `root` whose sources, or what every build depends on, changed since they were
 * last built, one after the other. Rejects where a build does; that one counts as not built.
 */
export async function buildChanged(
  root: string,
  targets: readonly Target[],
  { build, print }: { build(config: string): Promise<void>; print(line: string): void },
): Promise<void> {
  for (const { name, config, sources } of targets) {
    const stamp = path.join(root, 'dist', `.${name}.stamp`)
    const wanted = hashOf(root, ['package-lock.json', 'package.json', 'tsconfig.json', ...sources])
    const isThere = existsSync(stamp) && existsSync(path.join(root, 'dist', name))
    if (isThere && readFileSync(stamp, 'utf8') === wanted) continue
    // A build that fails leaves no stamp of an earlier one beside what it wrote.
    rmSync(stamp, { force: true })
    print(`Building ${name} …`)
    await build(path.join(root, config))
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, wanted)
  }
}

function hashOf(root: string, places: readonly string[]): string {
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
