import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../../..')

/** What the pod's page weighs, gzipped as the API serves it, in bytes. */
export interface PodWeight {
  /** Loaded before the panel can be used: the page's script and all it imports. */
  first: number
  /** All that is loaded afterwards. */
  later: number
  /** Names of the files loaded first. */
  firstFiles: string[]
  /** Packages with code in any of it. */
  packages: string[]
}

interface Chunk {
  fileName: string
  code: string
  imports: string[]
  dynamicImports: string[]
  facadeModuleId: string | null
  moduleIds: string[]
}

/** Builds the pod's page in memory and weighs it. */
export async function weighPod(): Promise<PodWeight> {
  const built = await buildPod()
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('The pod was not built.')
  const chunks = new Map<string, Chunk>(
    output.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])),
  )
  const entry = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith('pod.html'))
  if (entry === undefined) throw new Error('The pod’s page has no script.')
  const first = reach(chunks, [entry.fileName], ({ imports }) => imports)
  const all = reach(chunks, [entry.fileName], ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports,
  ])
  const later = all.filter(({ fileName }) => !first.some((one) => one.fileName === fileName))
  return {
    first: weigh(first),
    later: weigh(later),
    firstFiles: first.map(({ fileName }) => path.basename(fileName)),
    packages: [...new Set(all.flatMap(({ moduleIds }) => moduleIds.flatMap(packageOf)))].sort(),
  }
}

/** What the nearest comparable widget weighs: the web bundle of `@typebot.io/js`, gzipped alike. */
export function weighTypebot(): number {
  const main = createRequire(import.meta.url).resolve('@typebot.io/js')
  return gzipSync(readFileSync(path.join(path.dirname(main), 'web.js'))).length
}

/** Inside tests NODE_ENV says so, and vite would build what developers get. */
async function buildPod() {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    const configFile = path.join(root, 'psa-pod/vite.config.ts')
    return await build({ configFile, logLevel: 'silent', build: { write: false } })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

function reach(chunks: Map<string, Chunk>, from: string[], next: (chunk: Chunk) => string[]): Chunk[] {
  const names = new Set(from)
  for (const name of names) {
    const chunk = chunks.get(name)
    for (const other of chunk === undefined ? [] : next(chunk)) names.add(other)
  }
  return [...names].flatMap((name) => chunks.get(name) ?? [])
}

const weigh = (chunks: Chunk[]): number => chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0)

function packageOf(module: string): string[] {
  const name = /.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)/.exec(module)?.groups?.name
  return name === undefined ? [] : [name]
}
